import assert from "node:assert/strict";
import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import {
  encryptedAnswer,
  encrypting,
  plainAnswer,
  refusalOf,
} from "./testing/answers.ts";
import {
  answer,
  encode,
  responseXml,
  type Encrypting,
  type Signing,
} from "./testing/identity-provider.ts";
import {
  expectation,
  keyOf,
  providerKey,
  strangerKey,
  withoutEncryption,
} from "./testing/expectation.ts";
import { makeEcKey, makeRsaKey } from "./self-signed-key.ts";
import { readCertificateKey } from "./certificates.ts";
import {
  strictDemands,
  type ResponseExpectation,
} from "./response-expectation.ts";

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

  for (const [message, provider] of [
    ["rsa-pss-aes128-gcm.xml", "provider-rsa.pem"],
    ["ecdsa-aes256-gcm.xml", "provider-ec.pem"],
  ] as const)
    test(`${message}, made by programs of others, is accepted`, () => {
      const recorded = (name: string) =>
        readFileSync(new URL(`testing/recordings/${name}`, import.meta.url))
          .toString()
          .trim();
      const said = responseXml(
        answer,
        `<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${recorded(message)}</saml:EncryptedAssertion>`,
      );
      const key = createPrivateKey(recorded("portal-key.pem"));
      const expected: ResponseExpectation = {
        ...expectation,
        identityProvider: {
          ...expectation.identityProvider,
          signingKeys: [keyOf(recorded(provider))],
        },
        serviceProvider: {
          ...expectation.serviceProvider,
          decryptionKeys: [key],
        },
        demands: { ...strictDemands, signed: "assertion" },
      };
      assert.equal(refusalOf(encode(said), expected), "accepted");
      const stranger = {
        ...expected,
        identityProvider: expectation.identityProvider,
      };
      assert.equal(refusalOf(encode(said), stranger), "signature-invalid");
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

  test("digests and masks of RSA-OAEP that nobody asked for are refused", async () => {
    const way = { ...encrypting, key: `${xenc11}rsa-oaep`, mask: "sha256" };
    const said = await encryptedAnswer({}, { encrypting: way });
    const xml = Buffer.from(said, "base64").toString();
    for (const [from, to] of [
      ["http://www.w3.org/2000/09/xmldsig#sha1", `${more}md5`],
      [`${xenc11}mgf1sha256`, `${xenc11}mgf1sha224`],
    ] as const) {
      const changed = xml.replace(`"${from}"`, `"${to}"`);
      assert.ok(changed !== xml);
      assert.equal(
        refusalOf(encode(changed)),
        "encryption-algorithm-not-allowed",
      );
    }
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
