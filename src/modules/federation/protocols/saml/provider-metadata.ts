import { ok, refuse, type Result } from "../../../../platform/result/result.ts";
import type { HttpClient } from "../../../../platform/http-client/http-client.ts";
import {
  maxMetadataBytes,
  readIdentityProviderMetadata,
  type IdentityProviderMetadata,
} from "../../../../platform/saml/identity-provider-metadata.ts";
import { isAllowedAddress } from "../../../../platform/openid-connect/guarded-fetch.ts";
import type { IdentityProvider } from "../../domain/identity-provider.ts";
import type {
  ProtocolMoment,
  ProtocolRefusal,
} from "../../domain/sign-in-protocol.ts";
import type { CommonConfiguration } from "./saml-settings.ts";

export type SamlGround = {
  readonly http: HttpClient;
  /** To this machine for trying things out; elsewhere whoever sits in between would decide who may sign in. */
  readonly plainHttp: "never" | "to-this-machine";
};

/** Gives the metadata of a provider: as it was set up, or from its address. */
export type MetadataSource = {
  find(
    provider: IdentityProvider,
    configuration: CommonConfiguration,
    moment: Pick<ProtocolMoment, "now" | "signal">,
  ): Promise<Result<IdentityProviderMetadata, ProtocolRefusal>>;
};

const freshForMs = 10 * 60_000;
const usableForMs = 24 * 60 * 60_000;

type Kept = {
  readonly metadata: IdentityProviderMetadata;
  readonly readAt: number;
};

/**
 * Metadata from an address is read anew every ten minutes; while the address does not answer, what was read serves for a day.
 */
export function createMetadataSource(ground: SamlGround): MetadataSource {
  const kept = new Map<string, Kept>();
  return {
    async find(provider, configuration, moment) {
      const { metadata, metadataAddress, providerEntityId } = configuration;
      if (metadataAddress === undefined)
        return readMetadata(Buffer.from(metadata ?? ""), providerEntityId);
      const name = `${provider.key} ${metadataAddress} ${provider.updatedAt.toISOString()}`;
      const known = kept.get(name);
      const isYounger = (ageMs: number) =>
        known !== undefined && moment.now.getTime() - known.readAt < ageMs;
      if (known && isYounger(freshForMs)) return ok(known.metadata);
      const document = await fetchDocument(ground, metadataAddress, moment);
      const read = document.ok
        ? readMetadata(document.value, providerEntityId)
        : document;
      if (!read.ok)
        return known && isYounger(usableForMs) ? ok(known.metadata) : read;
      forget(kept, provider.key);
      kept.set(name, { metadata: read.value, readAt: moment.now.getTime() });
      return read;
    },
  };
}

/** What belongs to settings of before; so that the map stays as small as the list of providers. */
function forget(kept: Map<string, Kept>, key: string): void {
  for (const name of kept.keys())
    if (name.startsWith(`${key} `)) kept.delete(name);
}

async function fetchDocument(
  { http, plainHttp }: SamlGround,
  url: string,
  { signal }: Pick<ProtocolMoment, "signal">,
): Promise<Result<Uint8Array, ProtocolRefusal>> {
  if (!isAllowedAddress(url, plainHttp))
    return refuse({ kind: "refused", reason: "address-not-allowed" });
  const outcome = await http.request({
    method: "GET",
    url,
    signal,
    maxAnswerBytes: maxMetadataBytes,
  });
  if (outcome.kind === "not-allowed")
    return refuse({ kind: "refused", reason: "address-not-allowed" });
  if (outcome.kind !== "answered")
    return refuse({ kind: "unavailable", reason: outcome.kind });
  return outcome.status === 200
    ? ok(outcome.body)
    : refuse({ kind: "unavailable", reason: "no-metadata-there" });
}

function readMetadata(
  document: Uint8Array,
  entityId: string | undefined,
): Result<IdentityProviderMetadata, ProtocolRefusal> {
  const read = readIdentityProviderMetadata(document, entityId);
  return read.ok
    ? read
    : refuse({ kind: "refused", reason: `metadata-${read.refusal.kind}` });
}
