import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { CheckReport, Connector } from "../domain/connector.ts";
import {
  findDestination,
  type StoredDestination,
} from "../store/destination-store.ts";
import { readOptions } from "./read-options.ts";

export type CheckDestinationRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "not-found" };

const checkTimeoutMs = 15_000;

/** What was found, and the name of what was checked. */
export type CheckedDestination = {
  readonly name: string;
  readonly report: CheckReport;
};

/** Asks the connector whether settings, address and credentials are right. Changes nothing at the destination. */
export async function checkDestination(
  context: Context,
  { destinationId }: { destinationId: string },
  connectors: ReadonlyMap<string, Connector>,
): Promise<Result<CheckedDestination, CheckDestinationRefusal>> {
  if (!context.actor.may("delivery.edit"))
    return refuse({ kind: "not-permitted" });
  const destination = await context.transaction((db) =>
    findDestination(db, context.tenantId, destinationId),
  );
  if (!destination) return refuse({ kind: "not-found" });
  const report = await reportOn(context, destination, connectors);
  return ok({ name: destination.name, report });
}

async function reportOn(
  context: Context,
  destination: StoredDestination,
  connectors: ReadonlyMap<string, Connector>,
): Promise<CheckReport> {
  const connector = connectors.get(destination.connectorKey);
  if (!connector) return [settingsWrong("connector-missing")];
  const options = await readOptions(context, destination, connector);
  if (!options) return [settingsWrong("options-invalid")];
  const signal = AbortSignal.timeout(checkTimeoutMs);
  return connector.check(options.parsed, signal);
}

const settingsWrong = (finding: string) =>
  ({ check: "settings", passed: false, finding }) as const;
