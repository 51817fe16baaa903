import type { Context } from "../../../platform/context/context.ts";
import * as store from "../store/leistung-store.ts";

/**
 * What another authority calls the same Leistung, in the context of that authority: the one with the same name in addresses, else with the same
 * LeiKa key; undefined when it does not offer it. One statement.
 */
export function findCounterpart(
  context: Context,
  leistung: { readonly slug: string; readonly leikaKey?: string | undefined },
): Promise<store.Counterpart | undefined> {
  return context.read((db) =>
    store.findCounterpart(db, context.tenantId, leistung),
  );
}
