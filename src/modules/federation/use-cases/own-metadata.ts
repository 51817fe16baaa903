import type { Context } from "../../../platform/context/context.ts";
import type { FederationPorts } from "../ports.ts";
import { findConfigured, momentFor, protocolFor } from "./ground.ts";

/**
 * The document that tells a provider about us; undefined where there is no such provider, or none is needed. Also before the provider is
 * offered, because it has to know us first. Public: it holds certificates and addresses.
 */
export async function readOwnMetadata(
  context: Context,
  ports: FederationPorts,
  key: string,
): Promise<string | undefined> {
  const provider = await findConfigured(context, key);
  if (!provider) return undefined;
  return protocolFor(ports, provider.kind).ownMetadata?.(
    provider,
    momentFor(context, ports, provider),
  );
}
