import type { Context } from "../../../platform/context/context.ts";
import type { AuditEntry } from "../domain/entry.ts";
import { listNewestEntries } from "../store/audit-store.ts";

/** The newest entry of an action in the own tenant; undefined: it was never done. The caller has checked that it may be known. */
export async function findLastEntry(
  context: Context,
  action: string,
): Promise<AuditEntry | undefined> {
  const [entry] = await context.read((db) =>
    listNewestEntries(db, context.tenantId, {
      action,
      subjects: undefined,
      limit: 1,
    }),
  );
  return entry;
}
