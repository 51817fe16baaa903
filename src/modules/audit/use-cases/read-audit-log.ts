import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { AuditEntry } from "../domain/entry.ts";
import { listNewestEntries } from "../store/audit-store.ts";
import { recordAudit } from "./record-audit.ts";

/** Entries shown at once. */
const pageSize = 50;

export type AuditLogFilter = {
  readonly before?: number | undefined;
  /** Id of a member of staff, of an account, `guest` or `system`. */
  readonly actorId?: string | undefined;
  readonly subjectId?: string | undefined;
};

export type AuditLogPage = {
  readonly entries: readonly AuditEntry[];
  /** Number to go on from; undefined at the end. */
  readonly older: number | undefined;
};

/** The log of the own tenant, newest first. Needs `audit.read`; looking into it is an entry itself. */
export async function readAuditLog(
  context: Context,
  filter: AuditLogFilter,
): Promise<Result<AuditLogPage, { readonly kind: "not-permitted" }>> {
  if (!context.actor.may("audit.read"))
    return refuse({ kind: "not-permitted" });
  return context.transaction(async (db) => {
    const found = await listNewestEntries(db, context.tenantId, {
      ...filter,
      limit: pageSize + 1,
    });
    await recordAudit(context, db, {
      action: "audit.read",
      subject: { kind: "audit", id: filter.subjectId ?? "log" },
    });
    const entries = found.slice(0, pageSize);
    const last = entries.at(-1);
    return ok({
      entries,
      older: found.length > pageSize ? last?.seq : undefined,
    });
  });
}
