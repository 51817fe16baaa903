import type { Context } from "../../../platform/context/context.ts";
import type { Office } from "../domain/office.ts";
import * as store from "../store/office-store.ts";

/** Offices of the authority, in the order it chose. */
export async function listOffices(context: Context): Promise<Office[]> {
  return context.transaction((db) => store.listOffices(db, context.tenantId));
}
