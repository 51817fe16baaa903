import {
  createPublicKey,
  generateKeyPair,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from "node:crypto";
import { promisify } from "node:util";

/** A key and a self-signed certificate of its own. Providers trust it by the metadata that it is published in, not by who signed it. */
export type SelfSignedKey = {
  readonly privateKey: KeyObject;
  readonly certificate: string;
};

/** A key that a service provider signs requests and opens answers with. @see BSI TR-02102-1 section 2.3.1: RSA from 3000 bits */
export async function makeServiceProviderKey(): Promise<SelfSignedKey> {
  const { privateKey } = await promisify(generateKeyPair)("rsa", {
    modulusLength: 3072,
  });
  return { privateKey, certificate: selfSign(privateKey) };
}

/** For the demo and for tests: made at once. */
export function makeRsaKey(modulusLength = 2048): SelfSignedKey {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength });
  return { privateKey, certificate: selfSign(privateKey) };
}

export function makeEcKey(namedCurve = "P-256"): SelfSignedKey {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve });
  return { privateKey, certificate: selfSign(privateKey) };
}

/** The smallest certificate there is: version 1, one name, valid for decades. @see RFC 5280 section 4.1 */
export function selfSign(privateKey: KeyObject): string {
  const algorithm =
    privateKey.asymmetricKeyType === "ec"
      ? sequence(objectId("2a8648ce3d040302"))
      : sequence(objectId("2a864886f70d01010b"), Buffer.from([0x05, 0x00]));
  const name = sequence(
    tagged(
      0x31,
      sequence(objectId("550403"), tagged(0x0c, Buffer.from("OpenRathaus"))),
    ),
  );
  const validity = sequence(utcTime("200101000000Z"), utcTime("491231235959Z"));
  const publicKey = createPublicKey(privateKey).export({
    type: "spki",
    format: "der",
  });
  const content = sequence(
    tagged(0x02, Buffer.from([1])),
    algorithm,
    name,
    validity,
    name,
    publicKey,
  );
  const signature = sign("sha256", content, privateKey);
  const certificate = sequence(
    content,
    algorithm,
    tagged(0x03, Buffer.concat([Buffer.from([0]), signature])),
  );
  const lines = certificate.toString("base64").replaceAll(/.{64}/g, "$&\n");
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

const sequence = (...parts: readonly Buffer[]): Buffer =>
  tagged(0x30, Buffer.concat(parts));

const objectId = (hex: string): Buffer => tagged(0x06, Buffer.from(hex, "hex"));

const utcTime = (text: string): Buffer => tagged(0x17, Buffer.from(text));

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size =
    length < 0x80
      ? [length]
      : length < 0x100
        ? [0x81, length]
        : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
