import { z } from "zod";
import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { Connector } from "../domain/connector.ts";
import type { FoundDestinations } from "../domain/finder.ts";
import type { EnteredOptions } from "../domain/option-field.ts";

export type FindDestinationsRefusal =
  | { readonly kind: "not-permitted" }
  /** The connector knows nobody to ask. */
  | { readonly kind: "not-found" }
  | { readonly kind: "query-invalid"; readonly fields: readonly string[] };

const timeoutMs = 40_000;

/** Asks a service outside who takes a Leistung of a place. Changes nothing. */
export async function findDestinations(
  context: Pick<Context, "actor">,
  {
    connectorKey,
    query,
  }: { readonly connectorKey: string; readonly query: EnteredOptions },
  connectors: ReadonlyMap<string, Connector>,
): Promise<Result<FoundDestinations, FindDestinationsRefusal>> {
  if (!context.actor.may("delivery.edit"))
    return refuse({ kind: "not-permitted" });
  const finder = connectors.get(connectorKey)?.finder;
  if (!finder) return refuse({ kind: "not-found" });
  try {
    return ok(await finder.find(query, AbortSignal.timeout(timeoutMs)));
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const fields = error.issues.map(({ path }) => String(path[0] ?? ""));
    return refuse({ kind: "query-invalid", fields: [...new Set(fields)] });
  }
}
