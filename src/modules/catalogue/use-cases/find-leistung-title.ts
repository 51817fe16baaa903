import type { Context } from "../../../platform/context/context.ts";
import * as store from "../store/leistung-store.ts";

/** What a Leistung of this portal is called; undefined when it has none of that name. One statement, one round trip. */
export function findLeistungTitle(
  context: Context,
  slug: string,
): Promise<string | undefined> {
  return context.read((db) =>
    store.findLeistungTitle(db, context.tenantId, slug),
  );
}
