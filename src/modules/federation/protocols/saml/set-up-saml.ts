import type { KeyObject } from "node:crypto";
import { z } from "zod";
import { readIdentityProviderMetadata } from "../../../../platform/saml/identity-provider-metadata.ts";
import { makeServiceProviderKey } from "../../../../platform/saml/self-signed-key.ts";

const naming = z.object({
  metadata: z.string().optional(),
  metadataAddress: z.string().optional(),
  providerEntityId: z.string().optional(),
});

/** Where metadata is read, and where what is in it leads. */
export function addressesIn(configuration: unknown): readonly string[] {
  const named = naming.safeParse(configuration);
  if (!named.success) return [];
  const { metadata, metadataAddress, providerEntityId } = named.data;
  const read =
    metadata === undefined
      ? undefined
      : readIdentityProviderMetadata(Buffer.from(metadata), providerEntityId);
  return [
    metadataAddress,
    ...(read?.ok
      ? [
          ...Object.values(read.value.signOn),
          ...Object.values(read.value.signOut),
        ]
      : []),
  ].filter((address) => address !== undefined);
}

const kept = z.object({ privateKey: z.string(), certificate: z.string() });

/** A new key; the one before still opens answers and is still published. */
export async function makeSamlSecrets(
  before: unknown,
): Promise<Readonly<Record<string, string>>> {
  const { privateKey, certificate } = await makeServiceProviderKey();
  const known = kept.safeParse(before);
  return {
    privateKey: pemOf(privateKey),
    certificate,
    ...(known.success && {
      previousKey: known.data.privateKey,
      previousCertificate: known.data.certificate,
    }),
  };
}

const pemOf = (key: KeyObject): string =>
  key.export({ type: "pkcs8", format: "pem" }).toString();
