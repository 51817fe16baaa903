import type { Context } from "../../../platform/context/context.ts";
import type { Connector, OutsideCall } from "../domain/connector.ts";
import { findDestination } from "../store/destination-store.ts";
import { followSoon } from "../store/follow-store.ts";
import { noteCall } from "../store/heard-call-store.ts";
import { readOptions } from "./read-options.ts";

/**
 * Somebody outside says that something is new about deliveries to a destination. `heard`: those it names are asked for at once, others are
 * passed over. `repeated`: this very call was heard before. `refused`: not genuine or too old, and the answer for a destination that is not there.
 */
export async function hearCall(
  context: Context,
  {
    destinationId,
    call,
  }: { readonly destinationId: string; readonly call: OutsideCall },
  connectors: ReadonlyMap<string, Connector>,
): Promise<"heard" | "repeated" | "refused"> {
  const { tenantId, now } = context;
  const stored = await context.transaction((db) =>
    findDestination(db, tenantId, destinationId),
  );
  const connector = connectors.get(stored?.connectorKey ?? "");
  if (!stored || !connector?.readCall) return "refused";
  const options = await readOptions(context, stored, connector);
  const heard = options && connector.readCall(call, options.parsed, now);
  if (!heard) return "refused";
  const { digest, correlationIds } = heard;
  return context.transaction(async (db) => {
    if (!(await noteCall(db, tenantId, { destinationId, digest, now })))
      return "repeated";
    await followSoon(db, tenantId, { destinationId, correlationIds, now });
    return "heard";
  });
}
