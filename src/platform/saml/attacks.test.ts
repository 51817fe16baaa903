import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  answer,
  assertionXml,
  encode,
  encryptXml,
  responseXml,
  signXml,
} from "./testing/identity-provider.ts";
import {
  expectation,
  portalKey,
  providerKey,
  withoutEncryption,
} from "./testing/expectation.ts";
import {
  signedAssertion,
  wrappedResponses,
} from "./testing/wrapped-responses.ts";
import { validateResponse } from "./validate-response.ts";

const { signed, signature, inResponse } = signedAssertion;
const encrypting = { certificate: portalKey.certificate };

function refusalOf(xml: string | Buffer): string {
  const encoded = Buffer.from(xml).toString("base64");
  const result = validateResponse(encoded, withoutEncryption);
  return result.ok
    ? `accepted ${String(result.value.nameId?.value)}`
    : result.refusal.kind;
}

test("the response that the attacks start from is accepted", () => {
  assert.equal(refusalOf(inResponse(signed)), "accepted erika");
});

describe("signature wrapping is refused", () => {
  for (const [name, xml] of Object.entries(wrappedResponses))
    test(name, () => {
      assert.notEqual(xml, inResponse(signed));
      assert.match(
        refusalOf(xml),
        /^(unexpected-structure|signature-invalid|signature-of-something-else|duplicate-id)$/,
      );
    });

  test("also inside an encrypted assertion, which anybody can encrypt", async () => {
    const evil = assertionXml({
      ...answer,
      assertionId: "_evil",
      nameId: "mallory",
    });
    const unsigned = signed.replace(signature, "");
    const wrapped = [
      evil,
      evil.replace("</saml:Issuer>", `</saml:Issuer>${signature}`),
      evil.replace("</saml:Assertion>", `${signed}</saml:Assertion>`),
      evil.replace(
        "</saml:Issuer>",
        `</saml:Issuer>${signature.replace("</ds:Signature>", `<ds:Object>${unsigned}</ds:Object></ds:Signature>`)}`,
      ),
      signed + evil,
      evil + signed,
      `<saml:Advice xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${signed}</saml:Advice>`,
    ];
    const kinds = await Promise.all(
      wrapped.map(async (xml) => {
        const said = responseXml(answer, await encryptXml(xml, encrypting));
        const result = validateResponse(encode(said), expectation);
        return result.ok ? "accepted" : result.refusal.kind;
      }),
    );
    assert.deepEqual(kinds, [
      "not-signed",
      "signature-of-something-else",
      "unexpected-structure",
      "unexpected-structure",
      "not-xml",
      "not-xml",
      "unexpected-structure",
    ]);
  });

  test("two encrypted assertions, or a plain one beside an encrypted one", async () => {
    const encrypted = await encryptXml(signed, encrypting);
    for (const content of [
      encrypted + encrypted,
      encrypted + signed,
      signed + encrypted,
    ])
      assert.equal(
        refusalOf(responseXml(answer, content)),
        "unexpected-structure",
      );
  });
});

describe("text that two readers could read differently is refused", () => {
  const shapes: Readonly<Record<string, string>> = {
    "a comment in the name": signed.replace("erika", "erika<!-- -->.mallory"),
    "a comment in an attribute's value": signed.replace(
      "MUSTERMANN",
      "MUSTER<!---->MANN",
    ),
    // CVE-2025-29775
    "a comment in the digest": signed.replace(
      "<ds:DigestValue>",
      "<ds:DigestValue><!--AAAA-->",
    ),
    "a comment in the signature value": signed.replace(
      "<ds:SignatureValue>",
      "<ds:SignatureValue><!--AAAA-->",
    ),
    "a processing instruction": signed.replace("erika", "erika<?x y?>"),
    CDATA: signed.replace("erika", "<![CDATA[erika]]>"),
  };
  for (const [name, xml] of Object.entries(shapes))
    test(name, () => {
      assert.notEqual(xml, signed);
      assert.equal(refusalOf(inResponse(xml)), "markup-not-allowed");
    });

  test("a comment that was signed with the rest", () => {
    const commented = assertionXml({ ...answer, nameId: "a<!-- -->.b" });
    const xml = signXml(commented, { key: providerKey });
    assert.equal(refusalOf(inResponse(xml)), "markup-not-allowed");
  });
});

describe("document types and entities are refused before anything is expanded", () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "lol">${Array.from(
    { length: 9 },
    (_, index) =>
      `<!ENTITY ${"abcdefghij".charAt(index + 1)} "${`&${"abcdefghij".charAt(index)};`.repeat(10)}">`,
  ).join("")}]>`;
  const types: Readonly<Record<string, string>> = {
    "an internal entity": '<!DOCTYPE x [<!ENTITY e "erika">]>',
    "a file": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    "an address": '<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:1/">]>',
    "a parameter entity":
      '<!DOCTYPE x [<!ENTITY % e SYSTEM "http://127.0.0.1:1/"> %e;]>',
    "an empty document type": "<!DOCTYPE x>",
    "billions of laughs": bomb,
  };
  for (const [name, type] of Object.entries(types))
    test(name, () => {
      const xml = inResponse(signed.replace("erika", "&e;"));
      assert.equal(refusalOf(type + xml), "markup-not-allowed");
      assert.equal(
        refusalOf(`<?xml version="1.0"?>\n${type}${xml}`),
        "markup-not-allowed",
      );
    });

  test("an entity that nobody declared", () => {
    assert.equal(
      refusalOf(inResponse(signed.replace("erika", "&e;"))),
      "not-xml",
    );
  });
});

describe("shapes that signatures were broken with before", () => {
  const signedInfo =
    /<ds:SignedInfo>.*<\/ds:SignedInfo>/.exec(signature)?.[0] ?? "";
  const other = signedInfo.replace(/DigestValue>[^<]+/, "DigestValue>AAAA");
  const reference =
    /<ds:Reference.*<\/ds:Reference>/.exec(signature)?.[0] ?? "";
  const shapes: Readonly<Record<string, string>> = {
    // CVE-2025-29774
    "a second SignedInfo behind": signed.replace(
      signedInfo,
      signedInfo + other,
    ),
    "a second SignedInfo in front": signed.replace(
      signedInfo,
      other + signedInfo,
    ),
    "a SignedInfo inside another": signed.replace(
      "</ds:SignedInfo>",
      `${other}</ds:SignedInfo>`,
    ),
    "a second reference": signed.replace(reference, reference + reference),
    "no reference": signed.replace(reference, ""),
    "a second digest": signed.replace(
      "</ds:DigestValue>",
      "</ds:DigestValue><ds:DigestValue>AAAA</ds:DigestValue>",
    ),
    "an element in the digest": signed.replace(
      "<ds:DigestValue>",
      "<ds:DigestValue><x/>",
    ),
    "a second signature value": signed.replace(
      "<ds:SignatureValue>",
      "<ds:SignatureValue>AAAA</ds:SignatureValue><ds:SignatureValue>",
    ),
    "a transform with an expression": signed.replace(
      /<ds:Transform Algorithm="[^"]+exc-c14n#"\/>/,
      '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"><ds:XPath>not(self::x)</ds:XPath></ds:Transform>',
    ),
    "a length for the HMAC": signed.replace(
      /(<ds:SignatureMethod [^>]+)\/>/,
      "$1><ds:HMACOutputLength>0</ds:HMACOutputLength></ds:SignatureMethod>",
    ),
  };
  for (const [name, xml] of Object.entries(shapes))
    test(name, () => {
      assert.notEqual(xml, signed);
      assert.equal(refusalOf(inResponse(xml)), "unexpected-structure");
    });

  test("an ID that stands twice, in whatever spelling", () => {
    for (const attribute of ["ID", "Id", "id", "xml:id"]) {
      const twice = inResponse(signed).replace(
        "<samlp:Status>",
        `<samlp:Status ${attribute}="_assertion">`,
      );
      assert.equal(refusalOf(twice), "duplicate-id");
    }
  });

  test("no signature, an empty one, or one that was cut short", () => {
    assert.equal(
      refusalOf(inResponse(signed.replace(signature, ""))),
      "not-signed",
    );
    const value = /<ds:SignatureValue>[^<]+/;
    assert.equal(
      refusalOf(inResponse(signed.replace(value, "<ds:SignatureValue>"))),
      "signature-invalid",
    );
    assert.equal(
      refusalOf(
        inResponse(signed.replace(value, (whole) => whole.slice(0, -9))),
      ),
      "signature-invalid",
    );
  });
});

test("garbage, halves and floods are refused", () => {
  const whole = inResponse(signed);
  assert.equal(refusalOf(""), "not-base64");
  assert.equal(refusalOf("garbage"), "not-xml");
  assert.equal(refusalOf(whole.slice(0, -10)), "not-xml");
  assert.equal(refusalOf(whole + whole), "not-xml");
  assert.equal(refusalOf(whole.replaceAll("samlp:", "x:")), "not-xml");
  assert.equal(refusalOf(Buffer.from([0x3c, 0xff, 0x3e])), "not-xml");
  assert.equal(refusalOf(Buffer.from(whole, "utf16le")), "not-xml");
  assert.equal(refusalOf("<x/>"), "unexpected-structure");
  assert.equal(refusalOf(signed), "unexpected-structure");
  assert.equal(refusalOf(" ".repeat(300_000)), "too-large");
  assert.equal(refusalOf(" ".repeat(3_000_000)), "too-large");
  assert.equal(refusalOf("<a>".repeat(50_000)), "not-xml");
  assert.equal(
    refusalOf(whole.replace("MUSTERMANN", "<x/>".repeat(3_000))),
    "not-xml",
  );
  const notBase64 = validateResponse("<x/>", withoutEncryption);
  assert.ok(!notBase64.ok);
  assert.equal(notBase64.refusal.kind, "not-base64");
});
