import { exportJWK } from "jose";
import type { LocalKey } from "./local-keys.ts";
import type { LocalService } from "./local-types.ts";

/** What is entered for the own Zustellpunkt at the local service. */
export async function inboxOptionsFor(service: LocalService) {
  const { encryption, signing } = service.keys;
  return {
    tenantId: "0190a000-0000-7000-8000-000000000001",
    tokenUrl: `${service.url}/token`,
    submissionApiUrl: service.url,
    clientId: service.subscriber.id,
    clientSecret: service.subscriber.secret,
    destinationId: service.destinationId,
    decryptionKeys: await entered(encryption, "unwrapKey"),
    signingKey: await entered(signing, "sign"),
    callbackSecret: "test-secret-not-for-production",
  };
}

/** As the self-service portal hands it out. */
async function entered(
  { kid, privateKey, jwk: { alg } }: LocalKey,
  use: string,
): Promise<string> {
  const jwk = await exportJWK(privateKey);
  return JSON.stringify({ ...jwk, kid, alg, key_ops: [use] });
}
