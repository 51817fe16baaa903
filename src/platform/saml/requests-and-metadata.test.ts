import assert from "node:assert/strict";
import { constants, createPublicKey, verify } from "node:crypto";
import { test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { SignedXml } from "xml-crypto";
import {
  authnRequestMessage,
  writeAuthnRequest,
  type AuthnRequest,
} from "./authn-request.ts";
import { bindToPost, bindToRedirect, type SigningKey } from "./bind-message.ts";
import { parseXml } from "../xml/parse-xml.ts";
import { belongsTogether, certificateBody } from "./certificates.ts";
import { readIdentityProviderMetadata } from "./identity-provider-metadata.ts";
import { writeServiceProviderMetadata } from "./service-provider-metadata.ts";
import { portalKey, providerKey, strangerKey } from "./testing/expectation.ts";
import { makeEcKey, makeRsaKey } from "./self-signed-key.ts";

const request: AuthnRequest = {
  id: "_1",
  issuedAt: new Date("2026-01-15T10:00:00.000Z"),
  issuer: "https://portal.example",
  destination: "https://idp.example/sso?a=1",
  assertionConsumerUrl: "https://portal.example/acs",
  forceAuthn: true,
  nameIdFormat: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
  authnContext: { comparison: "minimum", classes: ["STORK-QAA-Level-3"] },
  extensions: '<x:y xmlns:x="urn:x">ä</x:y>',
};
const key: SigningKey = { ...portalKey, algorithm: "rsa-pss-sha256" };

test("a posted request is signed with RSASSA-PSS, behind the issuer", () => {
  const bound = bindToPost(authnRequestMessage(request), key);
  assert.ok(bound.binding === "post");
  assert.equal(bound.action, request.destination);
  const xml = Buffer.from(bound.fields.SAMLRequest ?? "", "base64").toString();
  const root = parseXml(Buffer.from(xml));
  assert.ok(root.ok);
  assert.deepEqual(
    root.value.children.map(({ name }) => name),
    [
      "Issuer",
      "Signature",
      "Extensions",
      "NameIDPolicy",
      "RequestedAuthnContext",
    ],
  );
  assert.match(xml, /sha256-rsa-MGF1/);
  const library = new SignedXml({ publicCert: portalKey.certificate });
  library.loadSignature(
    /<ds:Signature .*<\/ds:Signature>/s.exec(xml)?.[0] ?? "",
  );
  assert.equal(library.checkSignature(xml), true);
});

test("a redirected request is signed over its query", () => {
  const bound = bindToRedirect(authnRequestMessage(request), key);
  assert.ok(bound.binding === "redirect");
  const url = new URL(bound.url);
  assert.equal(url.searchParams.get("a"), "1");
  const message = url.searchParams.get("SAMLRequest") ?? "";
  assert.equal(
    inflateRawSync(Buffer.from(message, "base64")).toString(),
    writeAuthnRequest(request),
  );
  const signed = bound.url.slice(
    bound.url.indexOf("SAMLRequest="),
    bound.url.indexOf("&Signature="),
  );
  assert.ok(
    verify(
      "sha256",
      Buffer.from(signed),
      {
        key: createPublicKey(portalKey.privateKey),
        padding: constants.RSA_PKCS1_PSS_PADDING,
        saltLength: 32,
      },
      Buffer.from(url.searchParams.get("Signature") ?? "", "base64"),
    ),
  );
});

test("a request carries only what was asked for, escaped", () => {
  const { extensions, nameIdFormat, authnContext, ...least } = request;
  const xml = writeAuthnRequest({ ...least, issuer: 'a<b&"c' });
  assert.ok(parseXml(Buffer.from(xml)).ok);
  assert.match(xml, /<saml:Issuer>a&lt;b&amp;&quot;c<\/saml:Issuer><\/samlp/);
});

test("the portal's metadata names its keys and is the same each time", () => {
  const metadata = {
    entityId: "https://portal.example",
    assertionConsumerUrl: "https://portal.example/acs",
    signingCertificates: [portalKey.certificate, strangerKey.certificate],
    encryptionCertificates: [portalKey.certificate],
  };
  const xml = writeServiceProviderMetadata(metadata);
  assert.equal(xml, writeServiceProviderMetadata(metadata));
  assert.ok(parseXml(Buffer.from(xml)).ok);
  assert.equal([...xml.matchAll(/use="signing"/g)].length, 2);
  assert.equal([...xml.matchAll(/use="encryption"/g)].length, 1);
  assert.doesNotMatch(xml, /validUntil|cacheDuration|\sID=/);
});

const keyDescriptor = (body: string, use = ' use="signing"'): string =>
  `<md:KeyDescriptor${use}><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">${body}</ds:KeyInfo></md:KeyDescriptor>`;
const x509 = (pem: string): string =>
  `<ds:X509Data><ds:X509Certificate>\n${certificateBody(pem)}\n</ds:X509Certificate></ds:X509Data>`;
const post = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
const redirect = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";

const provider = ({
  keys = keyDescriptor(x509(providerKey.certificate)),
  services = `<md:SingleSignOnService Binding="${post}" Location="https://idp.example/sso"/>`,
  protocols = "urn:oasis:names:tc:SAML:2.0:protocol",
} = {}): Buffer =>
  Buffer.from(
    `<!-- by hand --><md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example"><md:IDPSSODescriptor WantAuthnRequestsSigned="true" protocolSupportEnumeration="${protocols}">${keys}${services}</md:IDPSSODescriptor></md:EntityDescriptor>`,
  );

test("a provider's metadata gives its name, addresses and keys", () => {
  const { n, e } = createPublicKey(strangerKey.privateKey).export({
    format: "jwk",
  });
  const base64 = (text = "") =>
    Buffer.from(text, "base64url").toString("base64");
  const result = readIdentityProviderMetadata(
    provider({
      keys:
        keyDescriptor(x509(providerKey.certificate)) +
        keyDescriptor(x509(makeEcKey().certificate), "") +
        keyDescriptor(
          `<ds:KeyValue><ds:RSAKeyValue><ds:Modulus>${base64(n)}</ds:Modulus><ds:Exponent>${base64(e)}</ds:Exponent></ds:RSAKeyValue></ds:KeyValue>`,
        ) +
        keyDescriptor(x509(makeRsaKey(1024).certificate)) +
        keyDescriptor(x509(portalKey.certificate), ' use="encryption"'),
      services: `<md:SingleLogoutService Binding="${redirect}" Location="https://idp.example/slo"/><md:SingleSignOnService Binding="${redirect}" Location="https://idp.example/r"/><md:SingleSignOnService Binding="${post}" Location="https://idp.example/p"/>`,
    }),
  );
  assert.ok(result.ok);
  const { signingKeys, ...rest } = result.value;
  assert.deepEqual(rest, {
    entityId: "https://idp.example",
    signOn: {
      post: "https://idp.example/p",
      redirect: "https://idp.example/r",
    },
    signOut: { redirect: "https://idp.example/slo" },
    wantsSignedRequests: true,
  });
  assert.equal(signingKeys.length, 3);
  assert.ok(signingKeys[0]?.equals(createPublicKey(providerKey.privateKey)));
  assert.ok(signingKeys[2]?.equals(createPublicKey(strangerKey.privateKey)));
});

test("of several providers in one document the named one is read", () => {
  const one = (name: string) =>
    provider()
      .toString()
      .replace("<!-- by hand -->", "")
      .replace("https://idp.example", name);
  const group = (...entities: readonly string[]) =>
    `<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">${entities.join("")}</md:EntitiesDescriptor>`;
  const read = (xml: string, wanted?: string) => {
    const result = readIdentityProviderMetadata(Buffer.from(xml), wanted);
    return result.ok ? result.value.entityId : result.refusal.kind;
  };
  const all = group(one("https://a.example"), group(one("https://b.example")));
  assert.equal(read(all, "https://b.example"), "https://b.example");
  assert.equal(read(all), "which-identity-provider");
  assert.equal(read(all, "https://c.example"), "which-identity-provider");
  assert.equal(read(group(one("https://a.example"))), "https://a.example");
  assert.equal(read(group()), "not-identity-provider-metadata");
});

test("metadata that cannot be used says why", () => {
  const kindOf = (document: Buffer) => {
    const result = readIdentityProviderMetadata(document);
    return result.ok ? "read" : result.refusal.kind;
  };
  assert.equal(kindOf(provider()), "read");
  assert.equal(kindOf(Buffer.from("x")), "not-xml");
  assert.equal(
    kindOf(
      Buffer.from(
        `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${provider().toString()}`,
      ),
    ),
    "not-xml",
  );
  assert.equal(
    kindOf(provider({ protocols: "urn:oasis:names:tc:SAML:1.1:protocol" })),
    "not-identity-provider-metadata",
  );
  assert.equal(
    kindOf(
      provider({
        services: `<md:SingleSignOnService Binding="${post}" Location="javascript:alert(1)"/>`,
      }),
    ),
    "no-sign-on-address",
  );
  assert.equal(kindOf(provider({ keys: "" })), "no-usable-key");
});

test("a certificate of another key is noticed", () => {
  const { certificate, privateKey } = portalKey;
  assert.equal(belongsTogether(certificate, privateKey), true);
  assert.equal(belongsTogether(certificate, strangerKey.privateKey), false);
});
