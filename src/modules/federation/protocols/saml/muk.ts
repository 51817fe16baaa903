import { ok, refuse, type Result } from "../../../../platform/result/result.ts";
import type { SamlAssertion } from "../../../../platform/saml/assertion.ts";
import { withoutUndefined } from "../../../../platform/values/without-undefined.ts";
import type { XmlElement } from "../../../../platform/xml/xml-element.ts";
import type {
  AssertedIdentity,
  AssertedValue,
  ProfileAttribute,
  ProvenLevel,
} from "../../../accounts/index.ts";
import type {
  ConfirmedOrganisation,
  ProtocolRefusal,
} from "../../domain/sign-in-protocol.ts";
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
    organisationOf,
    sources: personParts.map(({ attribute, names }) => ({
      attribute,
      source: `HandelndePerson/${names.join("|")}`,
    })),
  };
}

/** Of the acting person only the name is told. */
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
  return ok({
    provider,
    subject: nameId.value,
    assuranceLevel,
    displayName:
      displayNameOf(values) || (valueOf(assertion, "Firmenname") ?? ""),
    values,
    postfachHandle: postfachHandleOf(assertion),
  });
}

/** Each account there has one Postfach. Kept for copies of messages. @see OZG § 9 */
function postfachHandleOf({ nameId }: SamlAssertion): string | undefined {
  return nameId?.value;
}

/** Undefined for a natural person without a business, and for one without a name that lasts. */
function organisationOf(
  assertion: SamlAssertion,
): ConfirmedOrganisation | undefined {
  const name = valueOf(assertion, "Firmenname");
  const subject = valueOf(assertion, "DatenuebermittlerPseudonymId");
  if (name === undefined || subject === undefined) return undefined;
  const register = ["Registerart", "Registernummer"]
    .map((part) => valueOf(assertion, part))
    .filter((part) => part !== undefined)
    .join(" ");
  return {
    subject,
    postfachHandle: postfachHandleOf(assertion),
    assuranceLevel: levelOf(assertion),
    details: withoutUndefined({
      name,
      legalForm: valueOf(assertion, "RechtsformText"),
      registerCourt: valueOf(assertion, "Registergericht"),
      registerNumber: register === "" ? undefined : register,
      ...addressOf(assertion),
    }),
  };
}

function addressOf(assertion: SamlAssertion) {
  const part = (...names: readonly string[]) =>
    textBelow(elementsOf(assertion, "Unternehmensanschrift"), names);
  return {
    street: part("Strasse", "Strassenname"),
    houseNumber: part("Hausnummer", "HausNr"),
    postcode: part("PLZ", "Postleitzahl", "Plz"),
    town: part("Ort", "Wohnort"),
  };
}

const elementsOf = (
  assertion: SamlAssertion,
  wanted: string,
): readonly XmlElement[] =>
  assertion.attributes.find(({ name }) => name === wanted)?.elements ?? [];

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
  ].map(
    (name) =>
      // Written in capitals and in small letters.
      spokenLevels.get(valueOf(assertion, name)?.toUpperCase() ?? "") ?? "low",
  );
  return lowerOf(identified ?? "low", signedIn ?? "low");
}

function personValues(
  assertion: SamlAssertion,
  assuranceLevel: ProvenLevel,
): readonly AssertedValue[] {
  const person = elementsOf(assertion, "HandelndePerson");
  return personParts.flatMap(({ attribute, names }) => {
    const value = textBelow(person, names);
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
