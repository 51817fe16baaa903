import {
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey,
  type JWK,
} from "jose";
import { z } from "zod";

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

const keptKey = z.looseObject({
  kty: z.literal("RSA"),
  n: z.string(),
  e: z.string(),
  kid: z.string(),
  alg: z.string(),
  key_ops: z.array(z.string()),
});

/** Private keys as they are kept. */
export const keptKeys = z.object({
  service: keptKey,
  encryption: keptKey,
  signing: keptKey,
});

export async function exportLocalKeys({
  service,
  encryption,
  signing,
}: LocalKeys): Promise<z.infer<typeof keptKeys>> {
  return keptKeys.parse({
    service: await exportOne(service),
    encryption: await exportOne(encryption),
    signing: await exportOne(signing),
  });
}

const exportOne = async ({ privateKey, jwk }: LocalKey) => {
  const { kid, alg, key_ops } = jwk;
  return { ...(await exportJWK(privateKey)), kid, alg, key_ops };
};

export async function importLocalKeys({
  service,
  encryption,
  signing,
}: z.infer<typeof keptKeys>): Promise<LocalKeys> {
  return {
    service: await importOne(service),
    encryption: await importOne(encryption),
    signing: await importOne(signing),
  };
}

async function importOne({
  key_ops,
  ...kept
}: z.infer<typeof keptKey>): Promise<LocalKey> {
  const { kid, alg, kty, n, e } = kept;
  const privateKey = await importJWK(kept, alg, { extractable: true });
  if (privateKey instanceof Uint8Array)
    throw new Error("fit-connect demo: a kept key is no RSA key");
  return { kid, privateKey, jwk: { kty, n, e, kid, alg, key_ops } };
}
