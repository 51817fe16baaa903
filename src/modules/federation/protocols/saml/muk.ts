import { ok, refuse, type Result } from "../../../../platform/result/result.ts";
import type { SamlAssertion } from "../../../../platform/saml/assertion.ts";
import type { XmlElement } from "../../../../platform/xml/xml-element.ts";
import type {
  AssertedIdentity,
  AssertedValue,
  ProfileAttribute,
  ProvenLevel,
} from "../../../accounts/index.ts";
import type { ProtocolRefusal } from "../../domain/sign-in-protocol.ts";
import {
  displayNameOf,
  persistentNameId,
  valueOf,
  type SamlDialect,
} from "./dialect.ts";
import { lowerOf } from "./levels.ts";
import { commonConfiguration } from "./saml-settings.ts";

/** Mein Unternehmenskonto, the account of organisations, run by ELSTER (NEZO). @see OZG § 3 Abs. 3 */
export function mukDialect(configuration: unknown): SamlDialect {
  const settings = commonConfiguration.parse(configuration);
  return {
    settings,
    binding: settings.binding ?? "post",
    signatureAlgorithm: settings.signatureAlgorithm ?? "rsa-pss-sha256",
    nameIdFormat: persistentNameId,
    ask: ({ reauthenticates }) => ({ forceAuthn: reauthenticates }),
    identityOf,
    sources: personParts.map(({ attribute, names }) => ({
      attribute,
      source: `HandelndePerson/${names.join("|")}`,
    })),
  };
}

/** The acting person has a name in it; what there is about the organisation is read by `organisationOf`. */
const personParts: readonly {
  readonly attribute: ProfileAttribute;
  readonly names: readonly string[];
}[] = [
  { attribute: "givenNames", names: ["Vorname", "Vornamen"] },
  { attribute: "familyName", names: ["Name", "Nachname", "Familienname"] },
  { attribute: "academicTitle", names: ["Titel", "AkademischerGrad"] },
];

function identityOf(
  assertion: SamlAssertion,
  provider: string,
): Result<AssertedIdentity, ProtocolRefusal> {
  const { nameId } = assertion;
  if (nameId?.format !== persistentNameId)
    return refuse({ kind: "refused", reason: "no-lasting-name" });
  const assuranceLevel = levelOf(assertion);
  const values = personValues(assertion, assuranceLevel);
  const organisation = organisationOf(assertion);
  return ok({
    provider,
    subject: nameId.value,
    assuranceLevel,
    displayName: displayNameOf(values) || (organisation?.name ?? ""),
    values,
  });
}

export type MukOrganisation = {
  /** The organisation's own pseudonym, the same for all who act for it. */
  readonly subject: string | undefined;
  readonly name: string;
  readonly legalForm: string | undefined;
  readonly registerCourt: string | undefined;
  readonly registerNumber: string | undefined;
};

/** Undefined for a natural person without a business. */
export function organisationOf(
  assertion: SamlAssertion,
): MukOrganisation | undefined {
  const name = valueOf(assertion, "Firmenname");
  if (name === undefined) return undefined;
  return {
    subject: valueOf(assertion, "DatenuebermittlerPseudonymId"),
    name,
    legalForm: valueOf(assertion, "RechtsformText"),
    registerCourt: valueOf(assertion, "Registergericht"),
    registerNumber:
      [valueOf(assertion, "Registerart"), valueOf(assertion, "Registernummer")]
        .filter((part) => part !== undefined)
        .join(" ") || undefined,
  };
}

const spokenLevels = new Map<string, ProvenLevel>([
  ["NIEDRIG", "low"],
  ["NORMAL", "low"],
  ["SUBSTANZIELL", "substantial"],
  ["SUBSTANTIELL", "substantial"],
  ["HOCH", "high"],
]);

/** How the identity was proven and how the person signed in; whatever is not said counts as low. */
function levelOf(assertion: SamlAssertion): ProvenLevel {
  const [identified, signedIn] = [
    "ElsterVertrauensniveauIdentifizierung",
    "ElsterVertrauensniveauAuthentifizierung",
  ].map((name) => spokenLevels.get(valueOf(assertion, name) ?? "") ?? "low");
  return lowerOf(identified ?? "low", signedIn ?? "low");
}

function personValues(
  assertion: SamlAssertion,
  assuranceLevel: ProvenLevel,
): readonly AssertedValue[] {
  const person = assertion.attributes.find(
    ({ name }) => name === "HandelndePerson",
  )?.elements;
  return personParts.flatMap(({ attribute, names }) => {
    const value = textBelow(person ?? [], names);
    return value === undefined ? [] : [{ attribute, value, assuranceLevel }];
  });
}

/** The structure's namespaces differ between versions; the names of its parts do not. */
function textBelow(
  elements: readonly XmlElement[],
  names: readonly string[],
): string | undefined {
  for (const element of elements) {
    const text = element.text.trim();
    if (names.includes(element.name) && text !== "") return text;
    const below = textBelow(element.children, names);
    if (below !== undefined) return below;
  }
  return undefined;
}
