import type { JWK } from "jose";
import { z } from "zod";
import { ok, refuse } from "../../platform/result/result.ts";
import type { Called, FitConnectClient } from "./client.ts";
import { checkedKey, publicKey, type KeyUse } from "./keys.ts";
import { mimeTypeOf } from "./metadata.ts";
import type { DestinationAccess, FitConnectOptions } from "./options.ts";

export const destination = z.object({
  status: z.string(),
  encryptionKid: z.string().min(1),
  publicServices: z
    .array(
      z.object({
        identifier: z.string(),
        submissionSchemas: z
          .array(z.object({ schemaUri: z.string(), mimeType: z.string() }))
          .default([]),
      }),
    )
    .default([]),
  metadataVersions: z.array(z.string()).default([]),
});

type Destination = z.infer<typeof destination>;

export type Wanted = {
  readonly options: FitConnectOptions;
  /** Undefined: not asked for. */
  readonly serviceIdentifier: string | undefined;
  readonly now: Date;
};

/** The key to encrypt with, when the Zustellpunkt is in service, takes this service in this format, and the key passes its checks. */
export async function findEncryptionKey(
  client: FitConnectClient,
  wanted: Wanted,
): Promise<Called<JWK>> {
  const { destinationId } = wanted.options;
  const found = await client.json(destination, {
    method: "GET",
    path: `/v2/destinations/${destinationId}`,
  });
  if (!found.ok) return found;
  const reason = unfitFor(found.value, wanted);
  if (reason) return refuse({ kind: "rejected", reason });
  const kid = found.value.encryptionKid;
  const key = await findKey(client, wanted, { kid, use: "wrapKey" });
  if (!key.ok) return key;
  return key.value
    ? ok(key.value)
    : refuse({ kind: "rejected", reason: "key-invalid" });
}

/** A key of the Zustellpunkt; `undefined` when there is none that may be used so. */
export async function findKey(
  client: FitConnectClient,
  { options, now }: { readonly options: DestinationAccess; readonly now: Date },
  use: KeyUse,
): Promise<Called<JWK | undefined>> {
  const key = await client.json(publicKey, {
    method: "GET",
    path: `/v2/destinations/${options.destinationId}/keys/${encodeURIComponent(use.kid)}`,
  });
  if (!key.ok) return key.refusal.status === 404 ? ok(undefined) : key;
  const { certificates, trustedCertificates } = options;
  return ok(
    checkedKey(key.value, use, { certificates, trustedCertificates, now }),
  );
}

function unfitFor(
  { status, publicServices, metadataVersions }: Destination,
  { serviceIdentifier, options }: Wanted,
): string | undefined {
  if (status !== "active") return "destination-inactive";
  if (
    metadataVersions.length > 0 &&
    !metadataVersions.some((version) => version.startsWith("2."))
  )
    return "service-not-offered";
  if (serviceIdentifier === undefined) return undefined;
  const service = publicServices.find(
    ({ identifier }) => identifier === serviceIdentifier,
  );
  const isTaken = service?.submissionSchemas.some(
    ({ schemaUri, mimeType }) =>
      schemaUri === options.schemaUri && mimeType === mimeTypeOf(options),
  );
  return isTaken ? undefined : "service-not-offered";
}
