import { exportJWK, generateKeyPair, type CryptoKey, type JWK } from "jose";

export type LocalKey = {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
};

/** Keys of a delivery service and of one Zustellpunkt, as long as the real ones. */
export type LocalKeys = {
  readonly service: LocalKey;
  readonly encryption: LocalKey;
  readonly signing: LocalKey;
};

/** Takes seconds: once per test file. */
export async function makeLocalKeys(): Promise<LocalKeys> {
  const [service, encryption, signing] = await Promise.all([
    make("PS512", "service-key-1", "verify"),
    make("RSA-OAEP-256", "destination-encrypt-1", "wrapKey"),
    make("PS512", "destination-sign-1", "verify"),
  ]);
  return { service, encryption, signing };
}

async function make(
  alg: string,
  kid: string,
  use: "verify" | "wrapKey",
): Promise<LocalKey> {
  const pair = await generateKeyPair(alg, {
    modulusLength: 4096,
    extractable: true,
  });
  const jwk = await exportJWK(pair.publicKey);
  return {
    kid,
    privateKey: pair.privateKey,
    jwk: { ...jwk, kid, alg, key_ops: [use] },
  };
}
