import type { Result } from "../../../../platform/result/result.ts";
import type { SamlAssertion } from "../../../../platform/saml/assertion.ts";
import type { AuthnRequest } from "../../../../platform/saml/authn-request.ts";
import type { SignatureAlgorithm } from "../../../../platform/saml/signature-algorithms.ts";
import type {
  AssertedIdentity,
  AssertedValue,
  ProfileAttribute,
} from "../../../accounts/index.ts";
import type {
  ConfirmedOrganisation,
  ProtocolRefusal,
  SignInBeginning,
} from "../../domain/sign-in-protocol.ts";
import type { CommonConfiguration } from "./saml-settings.ts";

/** How one kind of provider speaks SAML: what it wants to be asked, and what its words mean. */
export type SamlDialect = {
  readonly settings: CommonConfiguration;
  readonly binding: "post" | "redirect";
  readonly signatureAlgorithm: SignatureAlgorithm;
  readonly nameIdFormat: string | undefined;
  ask(request: SignInBeginning): AskedFor;
  /** Called with an assertion that was accepted. Refuses where it does not say enough about the person. */
  identityOf(
    assertion: SamlAssertion,
    provider: string,
  ): Result<AssertedIdentity, ProtocolRefusal>;
  /** For whom the person acts, where the provider knows organisations. */
  readonly organisationOf?: (
    assertion: SamlAssertion,
  ) => ConfirmedOrganisation | undefined;
  /** For the operator: what is taken over, and from where. */
  readonly sources: readonly {
    readonly attribute: ProfileAttribute;
    readonly source: string;
  }[];
};

export type AskedFor = Pick<
  AuthnRequest,
  "authnContext" | "extensions" | "forceAuthn"
>;

export const persistentNameId =
  "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";

/** The first value of an attribute that is not empty. Found by its name, never by its friendly name, which anybody may choose. */
export function valueOf(
  assertion: SamlAssertion,
  name: string,
): string | undefined {
  return assertion.attributes
    .find((attribute) => attribute.name === name)
    ?.values.find((value) => value !== "");
}

/** The name as it is shown in the account, from the parts that were said. Some providers write capitals only. */
export function displayNameOf(values: readonly AssertedValue[]): string {
  const said = (wanted: ProfileAttribute) =>
    values.find(({ attribute }) => attribute === wanted)?.value;
  return [said("givenNames"), said("familyName")]
    .filter((part) => part !== undefined)
    .map(withoutShouting)
    .join(" ");
}

function withoutShouting(name: string): string {
  if (name !== name.toLocaleUpperCase("de")) return name;
  return name
    .toLocaleLowerCase("de")
    .replaceAll(/(?<!\p{L})\p{L}/gu, (letter) =>
      letter.toLocaleUpperCase("de"),
    );
}

/** "Schloßstraße 1 a" in its two parts; all of it is the street where no number ends it. */
export function streetAndNumber(
  address: string,
): readonly [street: string, houseNumber: string | undefined] {
  const found =
    /^(\D.*?)\s+(\d+\s?[a-zA-Z]?(?:\s?[-/]\s?\d+\s?[a-zA-Z]?)?)$/.exec(
      address.trim(),
    );
  const [, street = address.trim(), houseNumber] = found ?? [];
  return [street, houseNumber];
}
