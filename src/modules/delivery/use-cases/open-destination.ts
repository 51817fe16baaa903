import type { Context } from "../../../platform/context/context.ts";
import type { Connector } from "../domain/connector.ts";
import type { DestinationOperation } from "../domain/destination.ts";
import type { EnteredOptions } from "../domain/option-field.ts";
import {
  findDestination,
  listRoutedSlugs,
} from "../store/destination-store.ts";
import { readEntered, secretNames } from "./read-options.ts";

/** A destination as it is shown to be changed. */
export type OpenDestination = {
  readonly destinationId: string;
  readonly name: string;
  readonly connectorKey: string;
  readonly isEnabled: boolean;
  readonly leistungSlugs: readonly string[];
  readonly operation: DestinationOperation;
  /** Without secrets: they never leave the store but to the connector. */
  readonly options: EnteredOptions;
  /** Names of the secrets that are stored. */
  readonly storedSecrets: readonly string[];
};

/** Undefined for who may not change destinations, of another tenant, and when there is none. */
export async function openDestination(
  context: Context,
  destinationId: string,
  connectors: ReadonlyMap<string, Connector>,
): Promise<OpenDestination | undefined> {
  const { tenantId, actor } = context;
  if (!actor.may("delivery.edit")) return undefined;
  const found = await context.transaction(async (db) => {
    const stored = await findDestination(db, tenantId, destinationId);
    const slugs = await listRoutedSlugs(db, tenantId, destinationId);
    return stored && { stored, slugs };
  });
  if (!found) return undefined;
  const { stored, slugs } = found;
  const connector = connectors.get(stored.connectorKey);
  const secrets = connector ? secretNames(connector) : undefined;
  const entries = Object.entries(await readEntered(context, stored));
  const isOpen = ([name]: [string, unknown]) => secrets?.has(name) === false;
  return {
    destinationId,
    name: stored.name,
    connectorKey: stored.connectorKey,
    isEnabled: stored.isEnabled,
    operation: stored.operation,
    leistungSlugs: slugs,
    options: Object.fromEntries(
      entries.filter(isOpen).map(([name, value]) => [name, textsOf(value)]),
    ),
    storedSecrets: entries
      .map(([name]) => name)
      .filter((name) => secrets?.has(name)),
  };
}

const textsOf = (value: unknown): string | readonly string[] =>
  Array.isArray(value) ? value.map(String) : String(value);
