import assert from "node:assert/strict";
import { createPublicKey } from "node:crypto";
import { describe, test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { bindToPost, bindToRedirect, type SigningKey } from "./bind-message.ts";
import {
  readLogoutRequest,
  type LogoutExpectation,
} from "./read-logout-request.ts";
import { logoutRequestMessage, logoutResponseMessage } from "./sign-out.ts";
import { portalKey, providerKey, strangerKey } from "./testing/expectation.ts";

const now = new Date("2026-01-15T10:00:00.000Z");
const signing = (key: typeof providerKey): SigningKey => ({
  ...key,
  algorithm: "rsa-sha256",
});
const request = {
  id: "_1",
  issuedAt: now,
  issuer: "https://idp.example",
  destination: "https://portal.example/slo",
  nameId: { value: "erika & co", format: "urn:f", spNameQualifier: "urn:p" },
  sessionIndex: "_session",
  relayState: "a/b c",
};
const expected: LogoutExpectation = {
  identityProvider: {
    entityId: "https://idp.example",
    signingKeys: [createPublicKey(providerKey.privateKey)],
  },
  destination: "https://portal.example/slo",
  clockSkewSeconds: 60,
  now,
};

const addressOf = (
  change: Partial<typeof request> = {},
  key = signing(providerKey),
): URL => {
  const message = logoutRequestMessage({ ...request, ...change });
  const bound = bindToRedirect(message, key);
  assert.ok(bound.binding === "redirect");
  return new URL(bound.url);
};
const kindOf = (address: URL, more: Partial<LogoutExpectation> = {}) => {
  const read = readLogoutRequest(address.searchParams, {
    ...expected,
    ...more,
  });
  return read.ok ? "read" : read.refusal.kind;
};

void describe("a sign-out that a provider asks for", () => {
  void test("names the person and the session, once signed for us", () => {
    const read = readLogoutRequest(addressOf().searchParams, expected);
    assert.ok(read.ok);
    const { usableUntil, ...rest } = read.value;
    assert.deepEqual(rest, {
      id: "_1",
      nameId: "erika & co",
      sessionIndexes: ["_session"],
    });
    assert.ok(usableUntil > now);
  });

  void test("is refused when anything about it is not right", () => {
    const without = addressOf();
    without.searchParams.delete("Signature");
    assert.equal(kindOf(without), "not-signed");
    const weak = addressOf();
    weak.searchParams.set(
      "SigAlg",
      "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
    );
    assert.equal(kindOf(weak), "signature-algorithm-not-allowed");
    const other = addressOf();
    other.searchParams.set("RelayState", "changed");
    assert.equal(kindOf(other), "signature-invalid");
    const stranger = addressOf({}, signing(strangerKey));
    assert.equal(kindOf(stranger), "signature-invalid");
    assert.equal(kindOf(addressOf({ issuer: "https://x" })), "wrong-issuer");
    const elsewhere = addressOf({ destination: "https://portal.example/x" });
    assert.equal(kindOf(elsewhere), "wrong-destination");
    const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
    assert.equal(kindOf(addressOf(), { now: at(359) }), "read");
    for (const seconds of [361, -61])
      assert.equal(
        kindOf(addressOf(), { now: at(seconds) }),
        "wrong-issue-instant",
      );
    const answer = bindToRedirect(
      {
        ...logoutResponseMessage({ ...request, inResponseTo: "_0" }),
        field: "SAMLRequest",
      },
      signing(providerKey),
    );
    assert.ok(answer.binding === "redirect");
    assert.equal(kindOf(new URL(answer.url)), "unexpected-structure");
    const { xml } = logoutRequestMessage(request);
    const more = (changed: string) => {
      assert.notEqual(changed, xml);
      const message = { ...request, field: "SAMLRequest" as const };
      const bound = bindToRedirect(
        { ...message, xml: changed },
        signing(providerKey),
      );
      assert.ok(bound.binding === "redirect");
      return kindOf(new URL(bound.url));
    };
    const name = "<saml:NameID>mallory</saml:NameID>";
    assert.equal(
      more(xml.replace("<samlp:SessionIndex>", `${name}$&`)),
      "unexpected-structure",
    );
    for (const end of ["2026-01-15T09:58:00.000Z", "soon"])
      assert.equal(
        more(xml.replace(" ID=", ` NotOnOrAfter="${end}" ID=`)),
        "expired",
      );
    assert.equal(more(" ".repeat(100_000) + xml), "not-xml");
  });

  void test("is answered with what it was sent along with", () => {
    const message = logoutResponseMessage({
      ...request,
      inResponseTo: '_"1',
    });
    const bound = bindToRedirect(message, signing(portalKey));
    assert.ok(bound.binding === "redirect");
    const { searchParams } = new URL(bound.url);
    assert.equal(searchParams.get("RelayState"), "a/b c");
    const xml = inflateRawSync(
      Buffer.from(searchParams.get("SAMLResponse") ?? "", "base64"),
    ).toString();
    assert.match(xml, /InResponseTo="_&quot;1"/);
    assert.match(xml, /status:Success/);
    const posted = bindToPost(message, signing(portalKey));
    assert.ok(posted.binding === "post");
    assert.deepEqual(Object.keys(posted.fields), [
      "SAMLResponse",
      "RelayState",
    ]);
  });
});
