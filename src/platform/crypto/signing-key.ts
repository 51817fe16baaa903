import {
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  sign,
  verify,
  type KeyObject,
} from "node:crypto";
import type { KeyRing } from "./key-ring.ts";

/** Signs for one purpose, and tells what it signed from everything else. */
export type Signer = {
  /** The key new signatures are made with. */
  readonly keyId: string;
  /** Ed25519, 64 bytes. */
  sign(content: Uint8Array): Buffer;
  /** False for any other content, purpose or key; also for a key that is no longer in the ring. */
  verify(keyId: string, content: Uint8Array, signature: Uint8Array): boolean;
  /** PEM, for those who check without the ring; undefined for a key that is no longer in it. */
  publicKey(keyId: string): string | undefined;
};

/** PKCS#8 around the 32 bytes of an Ed25519 key (RFC 8410, section 7). */
const pkcs8Head = Buffer.from("302e020100300506032b657004220420", "hex");

/**
 * Signing keys of a purpose, derived from the key ring (HKDF-SHA-256, RFC 5869): who has only the database can make none.
 * Rotating the ring gives new signatures a new key; old ones hold as long as their key stays in the ring.
 */
export function createSigner(ring: KeyRing, purpose: string): Signer {
  const pairs = new Map(
    ring.keys.map(({ id, secret }) => [id, pairOf(secret, purpose)] as const),
  );
  const [newest] = ring.keys;
  const current = newest && pairs.get(newest.id);
  if (!newest || !current)
    throw new Error("signing key: the key ring is empty");
  return {
    keyId: newest.id,
    sign: (content) => sign(null, content, current.privateKey),
    verify: (keyId, content, signature) => {
      const pair = pairs.get(keyId);
      return (
        pair !== undefined && verify(null, content, pair.publicKey, signature)
      );
    },
    publicKey: (keyId) =>
      pairs
        .get(keyId)
        ?.publicKey.export({ type: "spki", format: "pem" })
        .toString(),
  };
}

function pairOf(
  secret: Buffer,
  purpose: string,
): { readonly privateKey: KeyObject; readonly publicKey: KeyObject } {
  const seed = hkdfSync("sha256", secret, "", `signing:${purpose}`, 32);
  const privateKey = createPrivateKey({
    key: Buffer.concat([pkcs8Head, Buffer.from(seed)]),
    format: "der",
    type: "pkcs8",
  });
  return { privateKey, publicKey: createPublicKey(privateKey) };
}
