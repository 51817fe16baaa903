import {
  createHash,
  createSign,
  generateKeyPairSync,
  randomBytes,
} from "node:crypto";

/** What a browser and a device would be told, and what a test bends. */
export type Said = {
  readonly challenge: string;
  readonly origin: string;
  readonly rpId: string;
  readonly signCount?: number;
  readonly isUserVerified?: boolean;
  readonly crossOrigin?: boolean;
  readonly type?: string;
};

/** A passkey in software: makes the answers a browser would send, right or wrong ones. */
export type SoftwareKey = {
  readonly id: Buffer;
  create(said: Said): string;
  sign(said: Said): string;
};

export function softwareKey(id: Buffer = randomBytes(16)): SoftwareKey {
  const { publicKey, privateKey } = generateKeyPairSync("ec", {
    namedCurve: "P-256",
  });
  const jwk = publicKey.export({ format: "jwk" });
  const point = (part: string | undefined) =>
    Buffer.from(part ?? "", "base64url");
  // RFC 9053 section 7.1: EC2, ES256, P-256
  const coseKey = Buffer.concat([
    Buffer.from("a5010203262001215820", "hex"),
    point(jwk.x),
    Buffer.from("225820", "hex"),
    point(jwk.y),
  ]);
  const text = id.toString("base64url");
  const answer = (response: object) =>
    JSON.stringify({ id: text, rawId: text, type: "public-key", response });
  return {
    id,
    create: (said) => {
      const attested = Buffer.concat([
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        coseKey,
      ]);
      const authData = authenticatorData(said, 0x40, attested);
      return answer({
        clientDataJSON: clientData({ type: "webauthn.create", ...said }),
        attestationObject: Buffer.concat([
          Buffer.from("a363666d74646e6f6e656761747453746d74a068", "hex"),
          Buffer.from("authData"),
          Buffer.from([0x58, authData.length]),
          authData,
        ]).toString("base64url"),
        transports: ["internal"],
      });
    },
    sign: (said) => {
      const authData = authenticatorData(said, 0, Buffer.alloc(0));
      const clientDataJSON = clientData({ type: "webauthn.get", ...said });
      const signature = createSign("sha256")
        .update(authData)
        .update(sha256(Buffer.from(clientDataJSON, "base64url")))
        .sign(privateKey);
      return answer({
        clientDataJSON,
        authenticatorData: authData.toString("base64url"),
        signature: signature.toString("base64url"),
      });
    },
  };
}

function authenticatorData(
  { rpId, signCount = 0, isUserVerified = true }: Said,
  flags: number,
  attested: Buffer,
): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(signCount);
  const userFlags = isUserVerified ? 0x05 : 0x01;
  return Buffer.concat([
    sha256(Buffer.from(rpId)),
    Buffer.from([flags | userFlags]),
    count,
    attested,
  ]);
}

function clientData({
  type,
  challenge,
  origin,
  crossOrigin = false,
}: Said & { readonly type: string }): string {
  const said = { type, challenge, origin, crossOrigin };
  return Buffer.from(JSON.stringify(said)).toString("base64url");
}

function sha256(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}
