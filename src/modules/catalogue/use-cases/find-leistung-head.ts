import type { Context } from "../../../platform/context/context.ts";
import type { LeistungHead } from "../domain/leistung.ts";
import * as store from "../store/leistung-store.ts";

/**
 * What a Leistung of this portal is called, and how sure it must be who applies; undefined when it has none of that name. One statement, one
 * round trip.
 */
export function findLeistungHead(
  context: Context,
  slug: string,
): Promise<LeistungHead | undefined> {
  return context.read((db) =>
    store.findLeistungHead(db, context.tenantId, slug),
  );
}
