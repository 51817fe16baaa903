import type { Context } from "../../../platform/context/context.ts";
import { listDisplayNames } from "../store/member-store.ts";

/** Names of members of the own tenant by id, for pages of colleagues. Ids of nobody are left out. */
export async function listStaffNames(
  context: Context,
  staffIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (staffIds.length === 0) return new Map();
  return context.transaction((db) =>
    listDisplayNames(db, context.tenantId, [...new Set(staffIds)]),
  );
}
