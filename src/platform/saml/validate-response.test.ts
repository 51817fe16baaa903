import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  encryptedAnswer,
  encrypting,
  plainAnswer,
  refusalOf,
  signedResponse,
  signing,
} from "./testing/answers.ts";
import {
  answer,
  assertionXml,
  encode,
  encryptXml,
  responseXml,
  signXml,
  type Answer,
} from "./testing/identity-provider.ts";
import {
  expectation,
  keyOf,
  portalKey,
  providerKey,
  strangerKey,
  withoutEncryption,
} from "./testing/expectation.ts";
import {
  strictDemands,
  type ResponseDemands,
  type ResponseExpectation,
} from "./response-expectation.ts";
import {
  uncheckedInResponseTo,
  validateResponse,
} from "./validate-response.ts";

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
    [{ responseVersion: "1.1" }, "unexpected-version"],
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
    [{ responseIssueInstant: later }, "wrong-issue-instant"],
    [{ responseIssueInstant: before }, "wrong-issue-instant"],
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

  /** Signed by the provider itself all the same: only what is said is wrong. */
  const shapes: readonly (readonly [string, string, string, string])[] = [
    ["without an ID", ' ID="_assertion"', "", "unexpected-version"],
    [
      "usable for ever",
      / NotOnOrAfter="[^"]+" Recipient/.exec(assertionXml(answer))?.[0] ?? "",
      " Recipient",
      "expired",
    ],
    [
      "with an element that no sign-in needs",
      "</saml:Conditions>",
      "</saml:Conditions><saml:Advice/>",
      "unexpected-structure",
    ],
    [
      "with another assertion in a value",
      "MUSTERMANN",
      assertionXml({ ...answer, assertionId: "_other" }),
      "unexpected-structure",
    ],
    [
      "with text where elements stand",
      "<saml:Subject>",
      "<saml:Subject>mallory",
      "unexpected-structure",
    ],
    [
      "with an element of another namespace",
      "<saml:Issuer>",
      '<saml:Issuer xmlns:saml="urn:x">',
      "unexpected-structure",
    ],
  ];
  for (const [name, from, to, kind] of shapes)
    test(`an assertion ${name} is refused: ${kind}`, async () => {
      const xml = assertionXml(answer).replace(from, to);
      assert.notEqual(xml, assertionXml(answer));
      const encrypted = await encryptXml(xml, encrypting);
      const said = signXml(responseXml(answer, encrypted), signing);
      assert.equal(refusalOf(encode(said)), kind);
    });

  test("a response inside a response, and a yes inside a no", () => {
    const refusalWith = (from: string, to: string) => {
      const xml = responseXml(answer, assertionXml(answer)).replace(from, to);
      return refusalOf(encode(signXml(xml, signing)), withoutEncryption);
    };
    const inner = responseXml({ ...answer, responseId: "_inner" }, "");
    assert.equal(
      refusalWith(
        "</samlp:Status>",
        `<samlp:StatusDetail>${inner}</samlp:StatusDetail></samlp:Status>`,
      ),
      "unexpected-structure",
    );
    const success = "urn:oasis:names:tc:SAML:2.0:status:Success";
    assert.equal(
      refusalWith(
        `<samlp:StatusCode Value="${success}"/>`,
        `<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"><samlp:StatusCode Value="${success}"/></samlp:StatusCode>`,
      ),
      "status-not-success",
    );
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
