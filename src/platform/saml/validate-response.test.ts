import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  answer,
  assertionXml,
  encode,
  encryptXml,
  responseXml,
  signXml,
  type Answer,
  type Encrypting,
  type Signing,
} from "./testing/identity-provider.ts";
import {
  expectation,
  keyOf,
  portalKey,
  providerKey,
  strangerKey,
  withoutEncryption,
} from "./testing/expectation.ts";
import { makeEcKey, makeRsaKey } from "./self-signed-key.ts";
import { readCertificateKey } from "./certificates.ts";
import {
  strictDemands,
  type ResponseDemands,
  type ResponseExpectation,
} from "./response-expectation.ts";
import {
  uncheckedInResponseTo,
  validateResponse,
} from "./validate-response.ts";

const signing: Signing = { key: providerKey };
const encrypting: Encrypting = { certificate: portalKey.certificate };

/** A signed assertion, encrypted, in an unsigned response, as SimpleSAMLphp and LemonLDAP::NG send it. */
async function encryptedAnswer(
  said: Partial<Answer> = {},
  ways: { signing?: Signing; encrypting?: Encrypting } = {},
): Promise<string> {
  const all = { ...answer, ...said };
  const signed = signXml(assertionXml(all), ways.signing ?? signing);
  const encrypted = await encryptXml(signed, ways.encrypting ?? encrypting);
  return encode(responseXml(all, encrypted));
}

/** The way of Shibboleth and BundID: the response is signed, the assertion in it only encrypted. */
async function signedResponse(said: Partial<Answer> = {}): Promise<string> {
  const all = { ...answer, ...said };
  const encrypted = await encryptXml(assertionXml(all), encrypting);
  return encode(signXml(responseXml(all, encrypted), signing));
}

const plainAnswer = (said: Partial<Answer> = {}, way = signing): string => {
  const all = { ...answer, ...said };
  return encode(responseXml(all, signXml(assertionXml(all), way)));
};

function refusalOf(
  encoded: string,
  expected: ResponseExpectation = expectation,
): string {
  const result = validateResponse(encoded, expected);
  return result.ok ? "accepted" : result.refusal.kind;
}

const demanding = (demands: Partial<ResponseDemands>): ResponseExpectation => ({
  ...expectation,
  demands: { ...strictDemands, ...demands },
});

describe("an answer that is accepted", () => {
  test("may name the attributes before the sign-in, as AD FS does", () => {
    const xml = assertionXml(answer).replace(
      /(<saml:AuthnStatement.*<\/saml:AuthnStatement>)(<saml:AttributeStatement.*<\/saml:AttributeStatement>)/s,
      "$2$1",
    );
    assert.notEqual(xml, assertionXml(answer));
    const encoded = encode(responseXml(answer, signXml(xml, signing)));
    assert.equal(refusalOf(encoded, withoutEncryption), "accepted");
  });

  test("says who signed in, how, and until when it has to be remembered", async () => {
    const result = validateResponse(await encryptedAnswer(), expectation);
    assert.ok(result.ok);
    const { attributes, ...rest } = result.value;
    assert.deepEqual(rest, {
      id: "_assertion",
      expiresAt: new Date("2026-01-15T10:07:00.000Z"),
      issuer: "https://idp.example",
      nameId: {
        value: "erika",
        format: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
      },
      authnContext: "STORK-QAA-Level-3",
      authnInstant: new Date("2026-01-15T10:00:58.000Z"),
      sessionIndex: "_session",
    });
    const [surname] = attributes;
    assert.deepEqual(surname?.values, ["MUSTERMANN"]);
    assert.equal(surname.name, "urn:oid:2.5.4.4");
    assert.equal(surname.friendlyName, "surname");
    assert.equal(
      surname.marks.get("{https://www.akdb.de/request/2018/09}TrustLevel"),
      "HOCH",
    );
  });

  test("is signed as a whole, in the assertion, or both", async () => {
    assert.equal(refusalOf(await signedResponse()), "accepted");
    const both = signXml(
      responseXml(
        answer,
        await encryptXml(signXml(assertionXml(answer), signing), encrypting),
      ),
      signing,
    );
    assert.equal(
      refusalOf(encode(both), demanding({ signed: "both" })),
      "accepted",
    );
  });

  test("is plain, where the provider is allowed that", () => {
    assert.equal(refusalOf(plainAnswer(), withoutEncryption), "accepted");
    const signedAround = signXml(
      responseXml(answer, assertionXml(answer)),
      signing,
    );
    assert.equal(
      refusalOf(encode(signedAround), withoutEncryption),
      "accepted",
    );
    const twice = signXml(
      responseXml(answer, signXml(assertionXml(answer), signing)),
      signing,
    );
    assert.equal(refusalOf(encode(twice), withoutEncryption), "accepted");
  });

  test("is signed by any of the provider's keys", async () => {
    const changing = {
      ...expectation,
      identityProvider: {
        ...expectation.identityProvider,
        signingKeys: [
          keyOf(strangerKey.certificate),
          keyOf(providerKey.certificate),
        ],
      },
    };
    assert.equal(refusalOf(await encryptedAnswer(), changing), "accepted");
  });

  test("is encrypted for any of the portal's keys", async () => {
    const changing = {
      ...expectation,
      serviceProvider: {
        ...expectation.serviceProvider,
        decryptionKeys: [strangerKey.privateKey, portalKey.privateKey],
      },
    };
    assert.equal(refusalOf(await encryptedAnswer(), changing), "accepted");
  });

  test("has text that comments and entities cannot be hidden in", async () => {
    const named = await encryptedAnswer({ nameId: "  a&amp;b &#228; " });
    const result = validateResponse(named, expectation);
    assert.ok(result.ok);
    assert.equal(result.value.nameId?.value, "a&b ä");
  });

  test("names the request it belongs to before anything is checked", async () => {
    assert.equal(
      uncheckedInResponseTo(await encryptedAnswer({ inResponseTo: "_x" })),
      "_x",
    );
    assert.equal(uncheckedInResponseTo("garbage"), undefined);
  });
});

describe("algorithms", () => {
  const more = "http://www.w3.org/2001/04/xmldsig-more#";
  const sha512 = "http://www.w3.org/2001/04/xmlenc#sha512";
  const allowed = [
    { algorithm: `${more}rsa-sha256` },
    { algorithm: `${more}rsa-sha384`, digest: `${more}sha384` },
    { algorithm: `${more}rsa-sha512`, digest: sha512 },
    { algorithm: "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1" },
    { algorithm: "http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1" },
    { algorithm: `${more}ecdsa-sha256`, key: makeEcKey() },
    { algorithm: `${more}ecdsa-sha384`, key: makeEcKey("P-384") },
    { algorithm: `${more}ecdsa-sha512`, key: makeEcKey("P-521") },
  ];
  for (const { key = providerKey, ...way } of allowed)
    test(`${way.algorithm} is accepted`, async () => {
      const expected = {
        ...expectation,
        identityProvider: {
          ...expectation.identityProvider,
          signingKeys: [keyOf(key.certificate)],
        },
      };
      const said = await encryptedAnswer({}, { signing: { key, ...way } });
      assert.equal(refusalOf(said, expected), "accepted");
    });

  const exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
  const enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
  const inclusive = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
  const forbidden: readonly Omit<Signing, "key">[] = [
    { algorithm: "http://www.w3.org/2000/09/xmldsig#rsa-sha1" },
    { digest: "http://www.w3.org/2000/09/xmldsig#sha1" },
    { canonicalization: inclusive },
    { canonicalization: `${exclusive}WithComments` },
    { transforms: [enveloped, inclusive] },
    { transforms: [enveloped] },
    { transforms: [exclusive, exclusive] },
    { transforms: [enveloped, `${exclusive}WithComments`] },
    { transforms: [enveloped, exclusive, exclusive] },
  ];
  for (const way of forbidden)
    test(`${JSON.stringify(way)} is refused`, async () => {
      const said = await encryptedAnswer(
        {},
        { signing: { key: providerKey, ...way } },
      );
      assert.equal(refusalOf(said), "signature-algorithm-not-allowed");
    });

  test("HMAC with the public certificate as its secret is refused", () => {
    const xml = Buffer.from(plainAnswer(), "base64").toString();
    const hmac = xml.replace(
      /SignatureMethod Algorithm="[^"]+"/,
      'SignatureMethod Algorithm="http://www.w3.org/2000/09/xmldsig#hmac-sha256"',
    );
    assert.notEqual(hmac, xml);
    assert.equal(
      refusalOf(encode(hmac), withoutEncryption),
      "signature-algorithm-not-allowed",
    );
  });

  test("an algorithm does not decide how a key of another kind is used", () => {
    const key = makeEcKey();
    const said = plainAnswer({}, { key, algorithm: `${more}ecdsa-sha256` });
    const renamed = Buffer.from(said, "base64")
      .toString()
      .replace("#ecdsa-sha256", "#rsa-sha256");
    const expected = {
      ...withoutEncryption,
      identityProvider: {
        ...expectation.identityProvider,
        signingKeys: [keyOf(key.certificate)],
      },
    };
    assert.equal(refusalOf(encode(renamed), expected), "signature-invalid");
  });

  test("weak keys are no keys", () => {
    assert.equal(readCertificateKey(makeRsaKey(1024).certificate), undefined);
    assert.equal(readCertificateKey(makeEcKey("P-192").certificate), undefined);
    assert.equal(readCertificateKey("no certificate"), undefined);
  });

  const xenc11 = "http://www.w3.org/2009/xmlenc11#";
  const xenc = "http://www.w3.org/2001/04/xmlenc#";
  const readable: readonly Omit<Encrypting, "certificate">[] = [
    { content: `${xenc11}aes128-gcm` },
    { content: `${xenc11}aes256-gcm`, digest: "sha256" },
    { key: `${xenc11}rsa-oaep`, digest: "sha256", mask: "sha256" },
    { key: `${xenc11}rsa-oaep`, digest: "sha256", mask: "sha1" },
    { key: `${xenc11}rsa-oaep` },
  ];
  for (const way of readable)
    test(`${JSON.stringify(way)} is decrypted`, async () => {
      const said = await encryptedAnswer(
        {},
        { encrypting: { ...encrypting, ...way } },
      );
      assert.equal(refusalOf(said), "accepted");
    });

  const unreadable: readonly Omit<Encrypting, "certificate">[] = [
    { content: `${xenc}aes128-cbc` },
    { content: `${xenc}aes256-cbc` },
    { content: `${xenc}tripledes-cbc` },
    { key: `${xenc}rsa-1_5` },
  ];
  for (const way of unreadable)
    test(`${JSON.stringify(way)} is refused`, async () => {
      const said = await encryptedAnswer(
        {},
        { encrypting: { ...encrypting, ...way } },
      );
      assert.equal(refusalOf(said), "encryption-algorithm-not-allowed");
    });

  test("what was encrypted for somebody else, or was changed, does not open", async () => {
    const foreign = await encryptedAnswer(
      {},
      { encrypting: { certificate: strangerKey.certificate } },
    );
    assert.equal(refusalOf(foreign), "decryption-failed");
    const said = Buffer.from(await encryptedAnswer(), "base64").toString();
    const values = [...said.matchAll(/<[a-z]+:CipherValue>([^<]+)</g)];
    assert.equal(values.length, 2);
    for (const [, value = ""] of values) {
      const octets = Buffer.from(value, "base64");
      octets[20] = (octets[20] ?? 0) ^ 1;
      const changed = said.replace(value, octets.toString("base64"));
      assert.equal(refusalOf(encode(changed)), "decryption-failed");
    }
  });
});

describe("what is demanded", () => {
  test("encryption", () => {
    assert.equal(refusalOf(plainAnswer()), "not-encrypted");
  });

  test("a signature, and the one that was asked for", async () => {
    const unsigned = await encryptXml(assertionXml(answer), encrypting);
    assert.equal(
      refusalOf(encode(responseXml(answer, unsigned))),
      "not-signed",
    );
    const ofAssertion = await encryptedAnswer();
    const ofResponse = await signedResponse();
    const demand = (signed: ResponseDemands["signed"]) => demanding({ signed });
    assert.equal(refusalOf(ofAssertion, demand("response")), "not-signed");
    assert.equal(refusalOf(ofAssertion, demand("both")), "not-signed");
    assert.equal(refusalOf(ofAssertion, demand("assertion")), "accepted");
    assert.equal(refusalOf(ofResponse, demand("assertion")), "not-signed");
    assert.equal(refusalOf(ofResponse, demand("both")), "not-signed");
    assert.equal(refusalOf(ofResponse, demand("response")), "accepted");
  });

  test("a right signature, also where another one would be enough", async () => {
    const byStranger = { key: strangerKey };
    assert.equal(
      refusalOf(await encryptedAnswer({}, { signing: byStranger })),
      "signature-invalid",
    );
    const inner = await encryptXml(
      signXml(assertionXml(answer), byStranger),
      encrypting,
    );
    assert.equal(
      refusalOf(encode(signXml(responseXml(answer, inner), signing))),
      "signature-invalid",
    );
    const outer = await encryptXml(
      signXml(assertionXml(answer), signing),
      encrypting,
    );
    assert.equal(
      refusalOf(encode(signXml(responseXml(answer, outer), byStranger))),
      "signature-invalid",
    );
  });

  test("a key of the metadata, whatever certificate the message brings", () => {
    const brought = plainAnswer({}, { key: strangerKey });
    assert.match(Buffer.from(brought, "base64").toString(), /X509Certificate/);
    assert.equal(refusalOf(brought, withoutEncryption), "signature-invalid");
  });
});

describe("what is said", () => {
  const later = "2026-01-15T10:20:00.000Z";
  const before = "2026-01-15T09:00:00.000Z";
  const wrong: readonly (readonly [Partial<Answer>, string])[] = [
    [{ version: "1.1" }, "unexpected-version"],
    [{ issuer: "https://other.example" }, "wrong-issuer"],
    [{ assertionIssuer: "https://other.example" }, "wrong-issuer"],
    [{ destination: "https://other.example/acs" }, "wrong-destination"],
    [{ destination: "" }, "wrong-destination"],
    [{ recipient: "https://other.example/acs" }, "wrong-recipient"],
    [{ audience: "https://other.example" }, "wrong-audience"],
    [{ inResponseTo: "_other" }, "wrong-in-response-to"],
    [{ confirmedInResponseTo: "_other" }, "wrong-in-response-to"],
    [
      { confirmationMethod: "urn:oasis:names:tc:SAML:2.0:cm:sender-vouches" },
      "no-bearer-confirmation",
    ],
    [
      { status: "urn:oasis:names:tc:SAML:2.0:status:Responder" },
      "status-not-success",
    ],
    [{ issueInstant: later }, "wrong-issue-instant"],
    [{ issueInstant: before }, "wrong-issue-instant"],
    [{ issueInstant: "2026-01-15 10:01" }, "wrong-issue-instant"],
    [{ notBefore: later }, "not-yet-valid"],
    [{ notBefore: "soon" }, "not-yet-valid"],
    [{ notOnOrAfter: "2026-01-15T10:01:00.000Z" }, "expired"],
    [{ notOnOrAfter: "2099" }, "expired"],
    [{ confirmedUntil: "2026-01-15T10:01:00.000Z" }, "expired"],
    [{ authnInstant: before }, "sign-in-too-old"],
    [{ authnInstant: later }, "not-yet-valid"],
    [{ sessionAttributes: `SessionNotOnOrAfter="${before}"` }, "expired"],
  ];
  for (const [said, kind] of wrong)
    test(`${JSON.stringify(said)} is refused: ${kind}`, async () => {
      assert.equal(refusalOf(await encryptedAnswer(said)), kind);
      assert.equal(refusalOf(await signedResponse(said)), kind);
    });

  test("clocks may differ by a minute, and by no more", async () => {
    const at = (time: string) => ({ ...expectation, now: new Date(time) });
    const said = await encryptedAnswer();
    assert.equal(refusalOf(said, at("2026-01-15T10:06:59.999Z")), "accepted");
    assert.equal(refusalOf(said, at("2026-01-15T10:07:00.000Z")), "expired");
    assert.equal(refusalOf(said, at("2026-01-15T10:00:00.000Z")), "accepted");
    assert.equal(
      refusalOf(said, at("2026-01-15T09:59:59.999Z")),
      "wrong-issue-instant",
    );
  });

  test("a level that was not asked for is refused", async () => {
    const asking = (authnContexts: readonly string[]) => ({
      ...expectation,
      request: { ...expectation.request, authnContexts },
    });
    const said = await encryptedAnswer();
    assert.equal(
      refusalOf(said, asking(["STORK-QAA-Level-4"])),
      "authn-context-not-accepted",
    );
    assert.equal(
      refusalOf(said, asking(["STORK-QAA-Level-3", "STORK-QAA-Level-4"])),
      "accepted",
    );
  });

  test("an older sign-in is enough where none was demanded anew", async () => {
    const said = await encryptedAnswer({
      authnInstant: "2026-01-15T09:00:00.000Z",
    });
    const request = { ...expectation.request, demandsFreshSignIn: false };
    assert.equal(refusalOf(said, { ...expectation, request }), "accepted");
  });

  test("a no comes with the provider's codes", () => {
    const no = responseXml(answer, "").replace(
      /<samlp:StatusCode[^>]+>/,
      '<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:AuthnFailed"/></samlp:StatusCode><samlp:StatusMessage>Nein</samlp:StatusMessage><samlp:StatusDetail><x:j xmlns:x="urn:x">{"code":"IDP_REQUIRED_ATTRIBUTES_MISSING"}</x:j></samlp:StatusDetail>',
    );
    const result = validateResponse(encode(no), expectation);
    assert.ok(!result.ok);
    assert.deepEqual(result.refusal, {
      kind: "status-not-success",
      codes: [
        "urn:oasis:names:tc:SAML:2.0:status:Responder",
        "urn:oasis:names:tc:SAML:2.0:status:AuthnFailed",
      ],
      detail: 'Nein\n{"code":"IDP_REQUIRED_ATTRIBUTES_MISSING"}',
    });
    assert.equal(refusalOf(encode(responseXml(answer, ""))), "no-assertion");
  });
});
