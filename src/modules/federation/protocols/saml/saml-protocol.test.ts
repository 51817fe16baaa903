import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { createHttpClient } from "../../../../platform/http-client/http-client.ts";
import { parseXml } from "../../../../platform/xml/parse-xml.ts";
import { certificateBody } from "../../../../platform/saml/certificates.ts";
import {
  answer,
  assertionXml,
  encode,
  encryptXml,
  responseXml,
  signXml,
  type Answer,
} from "../../../../platform/saml/testing/identity-provider.ts";
import { makeRsaKey } from "../../../../platform/saml/self-signed-key.ts";
import type { IdentityProvider } from "../../domain/identity-provider.ts";
import type {
  ProtocolMoment,
  SignInBeginning,
  SignInProtocol,
} from "../../domain/sign-in-protocol.ts";
import { samlProtocols } from "./saml-protocol.ts";

const theirs = makeRsaKey();
const ours = makeRsaKey();
const older = makeRsaKey();
const pair = ({ privateKey, certificate }: typeof ours) => ({
  privateKey: privateKey.export({ type: "pkcs8", format: "pem" }),
  certificate,
});

const metadata = `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:KeyDescriptor><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${certificateBody(theirs.certificate)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor><md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example/redirect"/><md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example/post"/></md:IDPSSODescriptor></md:EntityDescriptor>`;

const moment: ProtocolMoment = {
  now: new Date("2026-01-15T10:00:00.000Z"),
  signal: AbortSignal.timeout(60_000),
  returnAddress: "https://portal.example/acs",
  signedOutAddress: "https://portal.example/abgemeldet",
  installationAddress: "https://portal.example",
};
const later = { ...moment, now: new Date("2026-01-15T10:02:00.000Z") };

const request: SignInBeginning = {
  neededLevel: "substantial",
  reauthenticates: false,
  locale: "de",
  authorityName:
    "Amt für Ordnung & Öffentlichkeit der Stadt Musterstadt an der Musterau",
  backAddress: "https://grabow.portal.example/anmelden",
};

const http = createHttpClient();
const protocols = samlProtocols({ http, plainHttp: "never" });
const protocolOf = (kind: string): SignInProtocol => {
  const protocol = protocols.find(({ kinds }) =>
    kinds.some((it) => it === kind),
  );
  assert.ok(protocol);
  return protocol;
};

function provider(
  kind: "saml" | "bundid" | "muk",
  more: Record<string, unknown> = {},
  rest: Partial<IdentityProvider> = {},
): IdentityProvider {
  return {
    key: "idp",
    kind,
    name: { de: "IdP", en: "IdP" },
    description: { de: "", en: "" },
    configuration: { metadata, entityId: "https://portal.example", ...more },
    secrets: {
      ...pair(ours),
      previousKey: pair(older).privateKey,
      previousCertificate: older.certificate,
    },
    assuranceLevel: "high",
    portalTenantId: undefined,
    isEnabled: true,
    updatedAt: moment.now,
    ...rest,
  };
}

const bundid = (rest: Partial<IdentityProvider> = {}) =>
  provider("bundid", { onlineServiceId: "BMI-0000" }, rest);

async function began(of: IdentityProvider, asked: SignInBeginning = request) {
  const result = await protocolOf(of.kind).begin(of, asked, moment);
  assert.ok(result.ok, JSON.stringify(result));
  const { way } = result.value;
  const xml =
    way.kind === "form"
      ? Buffer.from(way.fields.SAMLRequest ?? "", "base64").toString()
      : inflateRawSync(
          Buffer.from(
            new URL(way.address).searchParams.get("SAMLRequest") ?? "",
            "base64",
          ),
        ).toString();
  return { ...result.value, xml };
}

/** From the request to the identity, with an answer that says what is given. */
async function signIn(
  of: IdentityProvider,
  said: Partial<Answer>,
  asked: SignInBeginning = request,
) {
  const begun = await began(of, asked);
  const all = {
    ...answer,
    inResponseTo: begun.requestName,
    confirmedInResponseTo: begun.requestName,
    ...said,
  };
  const encrypted = await encryptXml(
    signXml(assertionXml(all), { key: theirs }),
    { certificate: ours.certificate },
  );
  const parameters = new URLSearchParams({
    SAMLResponse: encode(responseXml(all, encrypted)),
    RelayState: "https://evil.example/",
  });
  const protocol = protocolOf(of.kind);
  assert.equal(protocol.requestNameOf(parameters), all.inResponseTo);
  return protocol.complete(
    of,
    {
      parameters,
      secrets: begun.secrets,
      neededLevel: asked.neededLevel,
      reauthenticates: asked.reauthenticates,
      beganAt: moment.now,
    },
    later,
  );
}

const attribute = (name: string, value: string, mark = ""): string =>
  `<saml:Attribute Name="${name}" ${mark}><saml:AttributeValue>${value}</saml:AttributeValue></saml:Attribute>`;
const statement = (...attributes: readonly string[]): string =>
  `<saml:AttributeStatement>${attributes.join("")}</saml:AttributeStatement>`;
const trusted = (level: string): string => `akdb:TrustLevel="${level}"`;
const oid = (number: string): string => `urn:oid:${number}`;
const postfachHandle = "0f5e9c1a-6f0e-4c43-9a0e-1b8c2d3e4f50";
const bpk2 = attribute(
  oid("1.3.6.1.4.1.25484.494450.3"),
  "bpk2-1",
  trusted("NORMAL"),
);

describe("BundID", () => {
  test("is asked by a posted form with its extension, for the level that is needed", async () => {
    const { way, xml, requestName } = await began(bundid());
    assert.ok(way.kind === "form");
    assert.equal(way.address, "https://idp.example/post");
    assert.deepEqual(Object.keys(way.fields), ["SAMLRequest"]);
    assert.ok(parseXml(Buffer.from(xml)).ok);
    assert.match(xml, new RegExp(`ID="${requestName}"`));
    assert.match(xml, /ForceAuthn="true"/);
    assert.match(xml, /#sha256-rsa-MGF1/);
    assert.match(
      xml,
      /Comparison="minimum"><saml:AuthnContextClassRef>STORK-QAA-Level-3</,
    );
    assert.match(xml, /Version="2" EnableStatusDetail="true"/);
    assert.match(xml, /<akdb:eID><akdb:Enabled>true</);
    assert.doesNotMatch(xml, /Benutzername/);
    assert.deepEqual(
      [...xml.matchAll(/Name="([^"]+)" RequiredAttribute="true"/g)].map(
        ([, name]) => name,
      ),
      [oid("1.3.6.1.4.1.25484.494450.3")],
    );
    const [, name = ""] = /OrganizationDisplayName>([^<]+)</.exec(xml) ?? [];
    assert.match(name, /^Amt für Ordnung &amp; Öffentlichkeit der Stadt .+…$/);
    assert.equal(name.replace("&amp;", "&").length, 50);
    assert.match(xml, /OnlineServiceId>BMI-0000</);
    assert.match(xml, /Lang>de</);
    assert.match(xml, /BackURL>https:\/\/grabow\.portal\.example\/anmelden</);
  });

  test("may be asked for less, and for more", async () => {
    const low = await began(bundid(), { ...request, neededLevel: "none" });
    assert.match(low.xml, /STORK-QAA-Level-1/);
    assert.match(low.xml, /Benutzername/);
    const high = await began(bundid(), { ...request, neededLevel: "high" });
    assert.match(high.xml, /STORK-QAA-Level-4/);
  });

  test("gives a person with the level of each value, never above that of the sign-in", async () => {
    const result = await signIn(bundid(), {
      authnContext: "STORK-QAA-Level-3",
      attributes: statement(
        bpk2,
        attribute(oid("2.5.4.4"), "MUSTERMANN", trusted("HOCH")),
        attribute(oid("2.5.4.42"), "ERIKA", trusted("Substantiell")),
        attribute(oid("1.2.40.0.10.2.1.1.55"), "1964-08-12", trusted("NORMAL")),
        attribute(oid("2.5.4.16"), "SCHLOẞSTRAẞE 1 a", trusted("NIEDRIG")),
        attribute(oid("2.5.4.7"), "LUDWIGSLUST", trusted("UNTERGEORDNET")),
        attribute(oid("2.5.4.20"), "0385 1", trusted("Basisregistrierung")),
        attribute(oid("2.5.4.18"), postfachHandle),
        attribute(oid("1.2.3"), "not asked for"),
      ),
    });
    assert.ok(result.ok, JSON.stringify(result));
    const { identity, ...rest } = result.value;
    assert.deepEqual(rest, {
      assertionId: "_assertion",
      usableUntil: new Date("2026-01-15T10:07:00.000Z"),
      providerSession: {
        id: "_session",
        hint: JSON.stringify({
          nameId: {
            value: "erika",
            format: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
          },
          sessionIndex: "_session",
        }),
      },
    });
    assert.equal(identity.subject, "bpk2-1");
    assert.equal(identity.postfachHandle, postfachHandle);
    assert.equal(identity.assuranceLevel, "substantial");
    assert.equal(identity.displayName, "Erika Mustermann");
    assert.deepEqual(
      identity.values.map(({ attribute: name, value, assuranceLevel }) => [
        name,
        value,
        assuranceLevel,
      ]),
      [
        ["familyName", "MUSTERMANN", "substantial"],
        ["givenNames", "ERIKA", "substantial"],
        ["dateOfBirth", "1964-08-12", "low"],
        ["street", "SCHLOẞSTRAẞE", "low"],
        ["houseNumber", "1 a", "low"],
        ["town", "LUDWIGSLUST", "none"],
        ["phone", "0385 1", "none"],
      ],
    );
  });

  test("who comes less sure than needed is told, also when only one of two statements says so", async () => {
    const high = { ...request, neededLevel: "high" as const };
    const tooLow = { ok: false, refusal: { kind: "level-not-reached" } };
    assert.deepEqual(
      await signIn(bundid(), { attributes: statement(bpk2) }, high),
      tooLow,
    );
    const said = attribute(
      oid("1.2.40.0.10.2.1.1.261.94"),
      "STORK-QAA-Level-1",
    );
    assert.deepEqual(
      await signIn(bundid(), { attributes: statement(bpk2, said) }),
      tooLow,
    );
    assert.deepEqual(
      await signIn(bundid({ assuranceLevel: "low" }), {
        attributes: statement(bpk2),
      }),
      tooLow,
    );
    assert.deepEqual(
      await signIn(bundid(), {
        authnContext: "urn:oasis:names:tc:SAML:2.0:ac:classes:Password",
        attributes: statement(bpk2),
      }),
      { ok: false, refusal: { kind: "not-valid", reason: "level-unknown" } },
    );
  });

  test("a temporary sign-in leaves no account", async () => {
    assert.deepEqual(
      await signIn(bundid(), {
        attributes: statement(attribute(oid("2.5.4.4"), "MUSTERMANN")),
      }),
      {
        ok: false,
        refusal: { kind: "refused", reason: "no-lasting-account" },
      },
    );
  });

  test("an answer to another request is refused, and one that is not right says why", async () => {
    assert.deepEqual(
      await signIn(bundid(), {
        confirmedInResponseTo: "_other",
        attributes: statement(bpk2),
      }),
      {
        ok: false,
        refusal: { kind: "not-valid", reason: "wrong-in-response-to" },
      },
    );
    assert.deepEqual(
      await signIn(bundid(), {
        status: "urn:oasis:names:tc:SAML:2.0:status:AuthnFailed",
        attributes: statement(bpk2),
      }),
      { ok: false, refusal: { kind: "cancelled" } },
    );
  });
});

describe("any other provider", () => {
  const plain = (more: Record<string, unknown> = {}) =>
    provider("saml", {
      attributes: { familyName: "sn", givenNames: "givenName", email: "mail" },
      levels: { "urn:x:two-factors": "substantial", "urn:x:eid": "high" },
      ...more,
    });

  test("is asked by an address, for every context that is sure enough", async () => {
    const { way, xml } = await began(plain());
    assert.ok(way.kind === "redirect");
    const address = new URL(way.address);
    assert.equal(
      address.origin + address.pathname,
      "https://idp.example/redirect",
    );
    assert.equal(address.searchParams.get("RelayState"), null);
    assert.match(xml, /ForceAuthn="false"/);
    assert.match(xml, /Comparison="exact">.*two-factors.*eid/);
    const low = await began(plain(), {
      ...request,
      neededLevel: "low",
      reauthenticates: true,
    });
    assert.match(low.xml, /ForceAuthn="true"/);
    assert.doesNotMatch(low.xml, /RequestedAuthnContext/);
  });

  test("gives what was set up, as sure as its context", async () => {
    const result = await signIn(plain(), {
      authnContext: "urn:x:two-factors",
      attributes: statement(
        attribute("sn", "Muster"),
        attribute("givenName", "Erika"),
        attribute("other", "no"),
      ),
    });
    assert.ok(result.ok, JSON.stringify(result));
    const { subject, displayName, assuranceLevel, values } =
      result.value.identity;
    assert.deepEqual(
      [subject, displayName, assuranceLevel, values.length],
      ["erika", "Erika Muster", "substantial", 2],
    );
  });

  test("a context that nobody set up proves little", async () => {
    assert.deepEqual(await signIn(plain(), { authnContext: "urn:x:unknown" }), {
      ok: false,
      refusal: { kind: "level-not-reached" },
    });
  });

  test("may name people by an attribute, and never by what changes each time", async () => {
    const low = { ...request, neededLevel: "low" as const };
    const byAttribute = await signIn(
      plain({ subject: "uid" }),
      { attributes: statement(attribute("uid", "u1")) },
      low,
    );
    assert.ok(byAttribute.ok);
    assert.equal(byAttribute.value.identity.subject, "u1");
    assert.deepEqual(await signIn(plain({ subject: "uid" }), {}, low), {
      ok: false,
      refusal: { kind: "refused", reason: "no-lasting-name" },
    });
  });
});

describe("the Organisationskonto", () => {
  test("gives the acting person and the organisation, as sure as the weaker of its two levels", async () => {
    const person =
      '<h:HandelndePerson xmlns:h="urn:h"><h:Vorname>Erika</h:Vorname><h:Name>Muster</h:Name></h:HandelndePerson>';
    const levels = (identified: string, signedIn: string) => [
      attribute("ElsterVertrauensniveauIdentifizierung", identified),
      attribute("ElsterVertrauensniveauAuthentifizierung", signedIn),
    ];
    const said = (...more: readonly string[]) => ({
      attributes: statement(
        attribute("Firmenname", "Muster GmbH"),
        attribute("DatenuebermittlerPseudonymId", "du-1"),
        attribute("RechtsformText", "GmbH"),
        attribute("Registerart", "HRB"),
        attribute("Registernummer", "123"),
        attribute("Registergericht", "Schwerin"),
        attribute(
          "Unternehmensanschrift",
          "<Anschrift><Strasse>Am Markt</Strasse><Hausnummer>1</Hausnummer><PLZ>19055</PLZ><Ort>Schwerin</Ort></Anschrift>",
        ),
        attribute("HandelndePerson", person),
        ...more,
      ),
    });
    const sure = await signIn(
      provider("muk"),
      said(...levels("SUBSTANZIELL", "SUBSTANZIELL")),
    );
    assert.ok(sure.ok, JSON.stringify(sure));
    assert.equal(sure.value.identity.displayName, "Erika Muster");
    assert.equal(sure.value.identity.assuranceLevel, "substantial");
    assert.deepEqual(sure.value.organisation, {
      subject: "du-1",
      postfachHandle: sure.value.identity.subject,
      assuranceLevel: "substantial",
      details: {
        name: "Muster GmbH",
        legalForm: "GmbH",
        registerCourt: "Schwerin",
        registerNumber: "HRB 123",
        street: "Am Markt",
        houseNumber: "1",
        postcode: "19055",
        town: "Schwerin",
      },
    });
    const weaker = await signIn(
      provider("muk"),
      said(...levels("SUBSTANZIELL", "NIEDRIG")),
    );
    assert.deepEqual(weaker, {
      ok: false,
      refusal: { kind: "level-not-reached" },
    });
  });
});

describe("settings", () => {
  const parse = (
    kind: "saml" | "bundid" | "muk",
    configuration: unknown,
    secrets: unknown = pair(ours),
  ) => protocolOf(kind).parseSettings({ configuration, secrets });

  test("are taken as they are right, with the strict demands where nothing else is said", () => {
    const { configuration } = parse("saml", { metadata });
    assert.deepEqual(configuration, {
      metadata,
      signed: "response-or-assertion",
      encrypted: true,
      clockSkewSeconds: 60,
      nameIdFormat: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
      attributes: {},
      levels: {},
    });
  });

  test("are refused with a misspelt demand, without a provider, or with a key of something else", () => {
    assert.throws(() => parse("saml", { metadata, encrypt: true }), /encrypt/);
    assert.throws(() => parse("saml", {}), /metadata/);
    assert.throws(() => parse("saml", { metadata: "<x/>" }), /metadata/);
    assert.throws(() => parse("bundid", { metadata }), /onlineServiceId/);
    assert.throws(
      () => parse("saml", { metadata, attributes: { shoeSize: "x" } }),
      /attributes/,
    );
    const swapped = { ...pair(ours), certificate: older.certificate };
    assert.throws(() => parse("saml", { metadata }, swapped), /belongs/);
  });
});

test("our metadata is the same each time and names the keys that are changing", () => {
  const protocol = protocolOf("bundid");
  const xml = protocol.ownMetadata?.(bundid(), moment) ?? "";
  assert.equal(xml, protocol.ownMetadata?.(bundid(), later));
  assert.match(xml, /entityID="https:\/\/portal\.example"/);
  assert.match(xml, /Location="https:\/\/portal\.example\/acs"/);
  for (const { certificate } of [ours, older])
    assert.equal(xml.split(certificateBody(certificate)).length, 3);
});
