import { createRequire } from "node:module";
import type { KeyLike, KeyObject } from "node:crypto";
import type * as xmlCrypto from "xml-crypto";
import { canonicalization } from "./saml-names.ts";
import {
  allDigestUris,
  allSignatureAlgorithms,
  digestBase64,
  isSignatureOf,
  signatureAlgorithmUri,
  signOctets,
  type SignatureAlgorithm,
} from "./signature-algorithms.ts";

const require = createRequire(import.meta.url);

/** Loaded with the first message: most processes see none. */
const loadXmlCrypto = () =>
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- require gives any
  require("xml-crypto") as typeof xmlCrypto;

/** As much of a DOM as is needed to point at a signature; the package's own types would bring a browser's globals into the server. */
export type DomElement = {
  readonly localName: string | null;
  readonly namespaceURI: string | null;
  readonly nextSibling: DomElement | null;
  readonly firstChild: DomElement | null;
};

/** Reads text that `readMessageText` has let through. */
export function parseDom(text: string): DomElement {
  return new (loadXmldom().DOMParser)({
    errorHandler: (_level, message) => {
      throw new Error(message);
    },
  }).parseFromString(text, "text/xml").documentElement;
}

/**
 * The library with nothing in it but what is allowed here: no SHA-1, no HMAC, no inclusive canonicalisation, no transform
 * other than those two. It never takes a key from the message.
 */
export function strictSignedXml(keys: {
  readonly publicKey?: KeyObject;
  readonly privateKey?: KeyObject;
  readonly certificate?: string;
}): xmlCrypto.SignedXml {
  const signedXml = new (loadXmlCrypto().SignedXml)({
    ...(keys.privateKey && { privateKey: keys.privateKey }),
    ...(keys.publicKey && { publicCert: keys.publicKey }),
    ...(keys.certificate !== undefined && { publicCert: keys.certificate }),
    getCertFromKeyInfo: () => null,
  });
  // SAML knows this spelling only; each further one costs a search through the document.
  signedXml.idAttributes = ["ID"];
  signedXml.SignatureAlgorithms = signatureAlgorithms;
  signedXml.HashAlgorithms = hashAlgorithms;
  signedXml.CanonicalizationAlgorithms = only(
    signedXml.CanonicalizationAlgorithms,
    Object.values(canonicalization),
  );
  return signedXml;
}

function only<Value>(
  record: Readonly<Record<string, Value>>,
  names: readonly string[],
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(record).filter(([name]) => names.includes(name)),
  );
}

const signatureAlgorithms = Object.fromEntries(
  allSignatureAlgorithms.map((algorithm) => [
    signatureAlgorithmUri(algorithm),
    signatureAlgorithmClass(algorithm),
  ]),
);

const hashAlgorithms = Object.fromEntries(
  allDigestUris.map((uri) => [
    uri,
    class {
      getAlgorithmName = () => uri;
      getHash = (octets: string) => digestBase64(uri, octets);
    },
  ]),
);

function signatureAlgorithmClass(algorithm: SignatureAlgorithm) {
  return class {
    getAlgorithmName = () => signatureAlgorithmUri(algorithm);
    getSignature = (octets: unknown, key: KeyLike) =>
      signOctets(algorithm, keyObject(key), String(octets)).toString("base64");
    verifySignature = (octets: string, key: KeyLike, signature: string) =>
      isSignatureOf(
        { algorithm, octets, signature: Buffer.from(signature, "base64") },
        keyObject(key),
      );
  };
}

/** Keys get here as they were given to `strictSignedXml`; text would mean that they came from elsewhere. */
function keyObject(key: KeyLike): KeyObject {
  if (typeof key === "string" || Buffer.isBuffer(key))
    throw new Error("a key came from outside the configuration");
  return key;
}

type DomParser = new (options: {
  readonly errorHandler: (level: string, message: string) => void;
}) => {
  readonly parseFromString: (
    text: string,
    type: "text/xml",
  ) => { readonly documentElement: DomElement };
};

const loadXmldom = () =>
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- require gives any; the shape is that of the package's README
  require("@xmldom/xmldom") as { readonly DOMParser: DomParser };
