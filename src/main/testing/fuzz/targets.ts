import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { readSecurityEvent } from "../../../connectors/fit-connect/security-event.ts";
import { createContentInspector } from "../../../platform/files/media-type.ts";
import {
  jpeg,
  pdf,
  png,
} from "../../../platform/files/testing/sample-files.ts";
import { cleanFilename } from "../../../platform/multipart/clean-filename.ts";
import { receiveMultipart } from "../../../platform/multipart/receive-multipart.ts";
import { readIdentityProviderMetadata } from "../../../platform/saml/identity-provider-metadata.ts";
import {
  answer,
  assertionXml,
  responseXml,
  signXml,
} from "../../../platform/saml/testing/identity-provider.ts";
import {
  providerKey,
  withoutEncryption,
} from "../../../platform/saml/testing/expectation.ts";
import { validateResponse } from "../../../platform/saml/validate-response.ts";
import { isEmailAddress } from "../../../platform/values/email-address.ts";
import { parseEncodedXml } from "../../../platform/xml/parse-encoded-xml.ts";
import { parseXml } from "../../../platform/xml/parse-xml.ts";
import { BrokenXml, streamXml } from "../../../platform/xml/stream-xml.ts";
import { parseCookies } from "../../../shell/web/cookies.ts";
import { documentTargets } from "./document-targets.ts";
import type { FuzzTarget } from "./run-target.ts";
import { seedsOf } from "./seeds.ts";

const texts = (...list: readonly string[]) => list.map((it) => Buffer.from(it));

const documents = texts(
  `<?xml version="1.0" encoding="UTF-8"?><a xmlns="urn:x" b="c&amp;d"><e>Grüße &#xFC;</e><f/></a>`,
  `<?xml version='1.0' encoding='ISO-8859-1'?><x:a xmlns:x='u'><x:b>t<![CDATA[<]]></x:b><!-- c --></x:a>`,
  `<liste><satz><feld name="a">1</feld></satz><satz><feld name="b">2</feld></satz></liste>`,
);

const xml: FuzzTarget = {
  name: "XML documents",
  samples: [
    ...documents,
    Buffer.from(`\ufeff${String(documents[0])}`, "utf16le"),
  ],
  read: (input) => {
    parseXml(input);
    parseEncodedXml(input);
  },
};

const xmlStream: FuzzTarget = {
  name: "XML that streams in",
  samples: documents,
  read: async (input) => {
    const half = input.length >> 1;
    const chunks = Readable.from([
      input.subarray(0, half),
      input.subarray(half),
    ]);
    try {
      for await (const record of streamXml(chunks)) assert.ok(record);
    } catch (error) {
      if (!(error instanceof BrokenXml)) throw error;
    }
  },
};

const signed = signXml(
  responseXml(answer, signXml(assertionXml(answer), { key: providerKey })),
  { key: providerKey },
);

/** Only what was signed may be accepted: whatever is changed in it, the person stays the one of the provider. */
const saml: FuzzTarget = {
  name: "SAML responses",
  samples: texts(
    signed,
    responseXml(answer, signXml(assertionXml(answer), { key: providerKey })),
  ),
  read: (input) => {
    const encoded = input.toString("base64");
    const result = validateResponse(encoded, withoutEncryption);
    if (result.ok) assert.deepEqual(result.value.nameId, said?.nameId);
  },
};

const untouched = validateResponse(
  Buffer.from(signed).toString("base64"),
  withoutEncryption,
);
const said = untouched.ok ? untouched.value : undefined;

const metadata: FuzzTarget = {
  name: "SAML metadata",
  samples: texts(
    `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example"><IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>${providerKey.certificate.replace(/-----[^-]+-----|\s/g, "")}</X509Certificate></X509Data></KeyInfo></KeyDescriptor><SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example/sso"/></IDPSSODescriptor></EntityDescriptor>`,
  ),
  read: (input) => void readIdentityProviderMetadata(input),
};

const part = (value: unknown) =>
  Buffer.from(JSON.stringify(value)).toString("base64url");

/** None of them is signed with a key that is asked for, so none may be accepted. */
const jwt: FuzzTarget = {
  name: "JWT",
  samples: ["PS512", "none", "HS256", "RS256"].map((alg) =>
    Buffer.from(
      `${part({ alg, typ: "secevent+jwt", kid: "k" })}.${part({ iss: "https://service.example", sub: "submission:a", txn: "case:b", iat: 1, jti: "j", events: { x: {} } })}.${"A".repeat(86)}`,
    ),
  ),
  read: async (input) => {
    const event = await readSecurityEvent(
      input.toString("latin1"),
      {
        submissionId: "a",
        caseId: "b",
        destinationId: "c",
        serviceUrl: "https://service.example",
      },
      () =>
        Promise.resolve({
          kty: "RSA",
          n: strangerModulus,
          e: "AQAB",
          alg: "PS512",
        }),
    );
    assert.equal(event, undefined);
  },
};
const strangerModulus = `w${"7".repeat(341)}`;

const filenames: FuzzTarget = {
  name: "names of uploaded files",
  samples: texts(
    "Mietvertrag Müller.pdf",
    "C:\\Users\\x\\scan.PDF",
    "../../etc/passwd\0.pdf",
    "rechnung\u202efdp.exe",
    "a".repeat(300) + ".docx",
  ),
  read: (input) => {
    const name = cleanFilename(input.toString());
    assert.ok(name !== "" && Array.from(name).length <= 200, "length");
    // eslint-disable-next-line no-control-regex -- they are what must not be there
    assert.ok(!/[\u0000-\u001f\u007f/\\<>:"|?*\u202a-\u202e]/.test(name), name);
    assert.ok(name.isWellFormed() && name !== "." && name !== "..", name);
  },
};

const form = (...parts: readonly string[]) =>
  [...parts.map((it) => `--grenze\r\n${it}\r\n`), "--grenze--\r\n"].join("");

const multipart: FuzzTarget = {
  name: "multipart bodies",
  samples: texts(
    form(
      `Content-Disposition: form-data; name="a"\r\n\r\nText`,
      `Content-Disposition: form-data; name="datei"; filename="ä.pdf"\r\nContent-Type: application/pdf\r\n\r\n${pdf().toString("latin1")}`,
    ),
    form(
      `Content-Disposition: form-data; name="d"; filename*=UTF-8''%e2%82%ac.png\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA`,
    ),
  ),
  read: async (input) => {
    const kept = new Set<string>();
    const result = await receiveMultipart(
      {
        body: Readable.from([input]),
        headers: { "content-type": "multipart/form-data; boundary=grenze" },
      },
      {
        store: async (content) => {
          let sizeBytes = 0;
          for await (const chunk of content) sizeBytes += chunk.length;
          // As a real store: what broke off in between is not there.
          const fileId = `f${kept.size}`;
          kept.add(fileId);
          return { fileId, sizeBytes, sha256: "" };
        },
        remove: (fileId) => Promise.resolve(void kept.delete(fileId)),
      },
    );
    if (!result.ok)
      assert.equal(kept.size, 0, "files of a refused request stay");
  },
};

const contents: FuzzTarget = {
  name: "contents of uploaded files",
  samples: [pdf(), png(), jpeg(), Buffer.from("Text mit Umlauten: äöü\n")],
  read: (input) => {
    const inspector = createContentInspector();
    inspector.inspect(input);
    assert.ok(inspector.conclude());
  },
};

const headers: FuzzTarget = {
  name: "cookies, queries and mail addresses",
  samples: texts(
    "__Host-sitzung=abc; sprache=en; __Host-sitzung=def",
    "a=b&c[]=d&%C3%A4=%00&a=c",
    "jana.beispiel+x@konto.example",
  ),
  read: (input) => {
    const text = input.toString("latin1");
    for (const value of Object.values(parseCookies(text, "https")))
      assert.equal(typeof value, "string");
    assert.equal(
      Object.getPrototypeOf(parseCookies(text, "http")),
      Object.prototype,
    );
    assert.ok(!isEmailAddress(text) || !/[\r\n\0]/.test(text), "mail address");
    assert.ok([...new URLSearchParams(text)].length >= 0);
  },
};

/** With how many of ten cases each is tried; what is dear is tried less. With what broke them once. */
export const targets: readonly (FuzzTarget & { readonly share: number })[] = [
  { ...xml, share: 20 },
  { ...xmlStream, share: 8 },
  { ...saml, share: 3 },
  { ...metadata, share: 8 },
  { ...jwt, share: 12 },
  { ...filenames, share: 20 },
  { ...multipart, share: 5 },
  { ...contents, share: 9 },
  { ...headers, share: 15 },
  ...documentTargets,
].map((target) => ({
  ...target,
  samples: [...target.samples, ...seedsOf(target.name)],
}));
