import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { CheckReport, Connector } from "../domain/connector.ts";
import { findDestination } from "../store/destination-store.ts";
import { readOptions } from "./read-options.ts";

export type CheckDestinationRefusal =
  { readonly kind: "not-permitted" } | { readonly kind: "not-found" };

const checkTimeoutMs = 15_000;

/** Asks the connector whether settings, address and credentials are right. Changes nothing at the destination. */
export async function checkDestination(
  context: Context,
  { destinationId }: { destinationId: string },
  connectors: ReadonlyMap<string, Connector>,
): Promise<Result<CheckReport, CheckDestinationRefusal>> {
  if (!context.actor.may("delivery.edit"))
    return refuse({ kind: "not-permitted" });
  const destination = await context.transaction((db) =>
    findDestination(db, context.tenantId, destinationId),
  );
  if (!destination) return refuse({ kind: "not-found" });
  const connector = connectors.get(destination.connectorKey);
  if (!connector) return ok([settingsWrong("connector-missing")]);
  const options = await readOptions(context, destination, connector);
  if (!options) return ok([settingsWrong("options-invalid")]);
  const signal = AbortSignal.timeout(checkTimeoutMs);
  return ok(await connector.check(options.parsed, signal));
}

const settingsWrong = (finding: string) =>
  ({ check: "settings", passed: false, finding }) as const;
