import { escapeXml } from "../../../platform/xml/write-xml.ts";
import type { DemoPerson } from "../../accounts/demo/demo-people.ts";
import type { ProvenLevel } from "../../accounts/index.ts";
import {
  bundidNames,
  bundidProfile,
} from "../protocols/saml/bundid-attributes.ts";
import { providerOrganisation } from "./demo-provider-people.ts";

/** What a provider of the demo plays. */
export const demoProviderKeys = ["bundid", "unternehmenskonto"] as const;
export type DemoProviderKey = (typeof demoProviderKeys)[number];

export type DemoSignIn = {
  readonly person: DemoPerson;
  readonly level: ProvenLevel;
};

export type DemoAnswer = DemoSignIn & {
  readonly provider: DemoProviderKey;
  readonly issuer: string;
  readonly audience: string;
  readonly address: string;
  readonly requestId: string;
  /** What signing out names the sign-in by. */
  readonly sessionIndex: string;
  readonly now: Date;
};

const contexts: Readonly<Record<ProvenLevel, string>> = {
  low: "STORK-QAA-Level-1",
  substantial: "STORK-QAA-Level-3",
  high: "STORK-QAA-Level-4",
};

const words: Readonly<Record<ProvenLevel, string>> = {
  low: "NORMAL",
  substantial: "SUBSTANZIELL",
  high: "HOCH",
};

const answerMinutes = 5;

/** An answer as BundID or the Organisationskonto words it, not signed yet: the package that plays them has no template with all of it. */
export function writeAnswer(answer: DemoAnswer): string {
  const { address, requestId, now } = answer;
  const issuer = `<saml:Issuer>${escapeXml(answer.issuer)}</saml:Issuer>`;
  const moment = now.toISOString();
  return [
    `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${uniqueId()}" Version="2.0" IssueInstant="${moment}" Destination="${escapeXml(address)}" InResponseTo="${escapeXml(requestId)}">`,
    issuer,
    '<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>',
    `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:akdb="https://www.akdb.de/request/2018/09" ID="${uniqueId()}" Version="2.0" IssueInstant="${moment}">`,
    issuer,
    writeConditions(answer),
    `<saml:AuthnStatement AuthnInstant="${moment}" SessionIndex="${answer.sessionIndex}"><saml:AuthnContext><saml:AuthnContextClassRef>${contexts[answer.level]}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>`,
    `<saml:AttributeStatement>${attributesOf(answer)}</saml:AttributeStatement>`,
    "</saml:Assertion></samlp:Response>",
  ].join("");
}

function writeConditions({
  person,
  address,
  audience,
  requestId,
  now,
}: DemoAnswer): string {
  const until = new Date(now.getTime() + answerMinutes * 60_000).toISOString();
  return [
    `<saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">${person.key}</saml:NameID>`,
    `<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="${until}" Recipient="${escapeXml(address)}" InResponseTo="${escapeXml(requestId)}"/></saml:SubjectConfirmation></saml:Subject>`,
    `<saml:Conditions NotBefore="${now.toISOString()}" NotOnOrAfter="${until}"><saml:AudienceRestriction><saml:Audience>${escapeXml(audience)}</saml:Audience></saml:AudienceRestriction></saml:Conditions>`,
  ].join("");
}

const uniqueId = () => `_${crypto.randomUUID()}`;

function attributesOf({ provider, person, level }: DemoAnswer): string {
  return provider === "bundid"
    ? personAttributes(person, level)
    : organisationAttributes(person, level);
}

/** Each with the level it was proven with. */
function personAttributes(person: DemoPerson, level: ProvenLevel): string {
  const values: readonly (readonly [string | undefined, string])[] = [
    [bundidProfile.familyName, person.familyName],
    [bundidProfile.givenNames, person.givenNames],
    [bundidProfile.dateOfBirth, person.dateOfBirth],
    [bundidProfile.placeOfBirth, person.placeOfBirth],
    [bundidProfile.street, `${person.street} ${person.houseNumber}`],
    [bundidProfile.postcode, person.postcode],
    [bundidProfile.town, person.town],
  ];
  const told = values.map(([name = "", value]) =>
    writeNamed(name, value, words[level]),
  );
  return [
    writeNamed(bundidNames.bpk2, `bpk2-${person.key}`, "NORMAL"),
    ...told,
  ].join("");
}

const writeNamed = (name: string, value: string, trust: string): string =>
  `<saml:Attribute Name="${name}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri" akdb:TrustLevel="${trust}"><saml:AttributeValue>${escapeXml(value)}</saml:AttributeValue></saml:Attribute>`;

function organisationAttributes(
  { givenNames, familyName }: DemoPerson,
  level: ProvenLevel,
): string {
  const { subject, name, legalForm } = providerOrganisation;
  const acting = `<Person><Vorname>${escapeXml(givenNames)}</Vorname><Name>${escapeXml(familyName)}</Name></Person>`;
  const texts: readonly (readonly [string, string])[] = [
    ["DatenuebermittlerPseudonymId", subject],
    ["Firmenname", name],
    ["RechtsformText", legalForm],
    ["ElsterVertrauensniveauIdentifizierung", words[level]],
    ["ElsterVertrauensniveauAuthentifizierung", words[level]],
  ];
  return [
    ...texts.map(([key, value]) => writePlain(key, escapeXml(value))),
    writePlain("HandelndePerson", acting),
  ].join("");
}

const writePlain = (name: string, content: string): string =>
  `<saml:Attribute Name="${name}"><saml:AttributeValue>${content}</saml:AttributeValue></saml:Attribute>`;
