import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { AuditSubject } from "../domain/entry.ts";
import { listStaffEntries } from "../store/audit-store.ts";

/** That somebody of the authority looked at something. Who it was stays with the auditors. */
export type Access = {
  readonly action: string;
  readonly at: Date;
  /** Of another authority, as that is called; undefined: of the own one. */
  readonly authority: string | undefined;
  /** What they were at that moment; undefined: the log does not say it, as in entries from before it was kept. */
  readonly role: string | undefined;
};

const mostShown = 50;

/**
 * When the authority's staff did one of these things to a subject, the newest first: for the person it is about. The caller has checked that
 * they may know of the subject. @see Art. 15 DSGVO
 */
export async function listAccesses(
  { tenantId }: Context,
  db: Db,
  wanted: {
    readonly subject: AuditSubject;
    readonly actions: readonly string[];
  },
): Promise<readonly Access[]> {
  const entries = await listStaffEntries(db, tenantId, {
    ...wanted,
    limit: mostShown,
  });
  return entries.map(({ action, at, details }) => {
    const { authority, role } = details;
    return {
      action,
      at,
      authority: typeof authority === "string" ? authority : undefined,
      role: typeof role === "string" ? role : undefined,
    };
  });
}
