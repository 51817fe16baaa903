import type { Context } from "../../../platform/context/context.ts";
import type { Office } from "../domain/office.ts";
import * as store from "../store/office-store.ts";

/** An office of the authority by the last part of its address; undefined when there is none, also when another authority has one. */
export async function findOffice(
  context: Context,
  slug: string,
): Promise<Office | undefined> {
  return context.transaction((db) =>
    store.findOffice(db, context.tenantId, slug),
  );
}
