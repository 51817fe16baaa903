import type { OpenIdIdentity } from "../../../../platform/openid-connect/sign-in.ts";
import {
  isProfileAttribute,
  type AssertedIdentity,
  type AssertedValue,
  type ProvenLevel,
} from "../../../accounts/index.ts";
import type { ArrivedValue } from "../../domain/sign-in-protocol.ts";
import type { OidcConfiguration } from "./oidc-settings.ts";

const longestValue = 200;

/** What the provider said, in the words of an account. Claims nobody mapped are not taken over. */
export function assertedIdentity(
  { subject, claims }: OpenIdIdentity,
  mapping: {
    readonly provider: string;
    readonly level: ProvenLevel;
    readonly configuration: OidcConfiguration;
    /** For a person whose name the provider keeps to itself. */
    readonly otherwiseNamed: string;
  },
): AssertedIdentity {
  const values = valuesOf(claims, mapping);
  return {
    provider: mapping.provider,
    subject,
    assuranceLevel: mapping.level,
    displayName: displayNameOf(values, claims) ?? mapping.otherwiseNamed,
    values,
  };
}

/** All claims by the names that a mapping would use; an object's parts each for themselves. */
export function arrivedIn(
  claims: OpenIdIdentity["claims"],
): readonly ArrivedValue[] {
  return Object.entries(claims).flatMap(([name, claim]) =>
    isObject(claim)
      ? Object.entries(claim).map(([part, value]) => ({
          name: `${name}.${part}`,
          values: [shownText(value)],
        }))
      : [
          {
            name,
            values: (Array.isArray(claim) ? claim : [claim]).map(shownText),
          },
        ],
  );
}

const isObject = (claim: unknown): claim is object =>
  typeof claim === "object" && claim !== null && !Array.isArray(claim);

const shownText = (value: unknown): string =>
  (typeof value === "string" ? value : JSON.stringify(value)).slice(
    0,
    longestValue,
  );

function valuesOf(
  claims: OpenIdIdentity["claims"],
  {
    level,
    configuration: { attributes },
  }: {
    readonly level: ProvenLevel;
    readonly configuration: OidcConfiguration;
  },
): AssertedValue[] {
  return Object.entries(attributes).flatMap(([attribute, path]) => {
    const value = textAt(claims, path);
    return value === undefined || !isProfileAttribute(attribute)
      ? []
      : [{ attribute, value, assuranceLevel: level }];
  });
}

function displayNameOf(
  values: readonly AssertedValue[],
  claims: OpenIdIdentity["claims"],
): string | undefined {
  const valueOf = (name: string) =>
    values.find(({ attribute }) => attribute === name)?.value;
  const name = [valueOf("givenNames"), valueOf("familyName")]
    .filter((part) => part !== undefined)
    .join(" ");
  return name === "" ? textAt(claims, "name") : name;
}

/** `address.postal_code`: a claim of that very name, or one inside an object. Only text, without control characters, of a usable length. */
function textAt(
  claims: Readonly<Record<string, unknown>>,
  path: string,
): string | undefined {
  const found = claims[path] ?? insideOf(claims, path);
  if (typeof found !== "string") return undefined;
  const text = found
    .normalize("NFC")
    .replaceAll(/\p{Cc}+/gu, " ")
    .trim();
  return text === "" || text.length > longestValue ? undefined : text;
}

function insideOf(
  claims: Readonly<Record<string, unknown>>,
  path: string,
): unknown {
  const separator = path.indexOf(".");
  const outer = separator < 0 ? undefined : claims[path.slice(0, separator)];
  if (typeof outer !== "object" || outer === null) return undefined;
  const inner = path.slice(separator + 1);
  return Object.hasOwn(outer, inner) ? Reflect.get(outer, inner) : undefined;
}
