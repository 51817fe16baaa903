import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { NewAuditEntry } from "../domain/entry.ts";
import { appendEntry } from "../store/audit-store.ts";

/**
 * Writes one entry in the caller's transaction: it is there if and only if the change is. Actor, time and request come
 * from the context. Make it the last write of the transaction: other writers of the tenant's log wait until it ends.
 */
export async function recordAudit(
  context: Context,
  db: Db,
  entry: NewAuditEntry,
): Promise<void> {
  await appendEntry(db, context.tenantId, {
    at: context.now,
    actorKind: context.actor.kind,
    actorId: context.actor.id,
    action: entry.action,
    subjectKind: entry.subject.kind,
    subjectId: entry.subject.id,
    details: entry.details ?? {},
    correlationId: context.correlationId,
  });
}
