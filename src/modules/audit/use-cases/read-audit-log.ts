import type { CalendarDay } from "../../../platform/calendar/calendar-day.ts";
import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { isId } from "../../../platform/values/id.ts";
import type { AuditDetails } from "../domain/details.ts";
import type { AuditEntry, AuditSubject } from "../domain/entry.ts";
import type { AuditPorts } from "../ports.ts";
import { listNewestEntries } from "../store/audit-store.ts";
import { recordAudit } from "./record-audit.ts";

/** Entries shown at once. */
const pageSize = 50;

export type AuditLogFilter = {
  readonly before?: number | undefined;
  /** Of a Vorgang, as somebody typed it: what is kept under it. */
  readonly reference?: string | undefined;
  /** Id of a member of staff, of an account, `guest` or `system`. */
  readonly actorId?: string | undefined;
  readonly subject?: AuditSubject | undefined;
  readonly action?: string | undefined;
  /** First and last day in Germany. */
  readonly from?: CalendarDay | undefined;
  readonly until?: CalendarDay | undefined;
};

export type AuditLogPage = {
  readonly entries: readonly AuditEntry[];
  /** Numbers of the Vorgänge and submissions in them, by id. */
  readonly references: ReadonlyMap<string, string>;
  /** Number to go on from; undefined at the end. */
  readonly older: number | undefined;
};

/**
 * The log of the own tenant, newest first, all of it or what is sought. Needs `audit.read`; looking into it is an entry itself, with what
 * was sought.
 */
export async function readAuditLog(
  context: Context,
  filter: AuditLogFilter,
  ports: Pick<AuditPorts, "subjectsUnder" | "referenceOf" | "referencesOf">,
): Promise<Result<AuditLogPage, { readonly kind: "not-permitted" }>> {
  if (!context.actor.may("audit.read"))
    return refuse({ kind: "not-permitted" });
  return context.transaction(async (db) => {
    const subjects = await subjectsOf(context, db, { filter, ports });
    const wanted = { ...filter, subjects, limit: pageSize + 1 };
    const found = await listNewestEntries(db, context.tenantId, wanted);
    await recordAudit(context, db, {
      action: "audit.read",
      subject: { kind: "audit", id: filter.subject?.id ?? "log" },
      details: soughtIn(filter, subjects?.length === 0 ? undefined : ports),
    });
    const entries = found.slice(0, pageSize);
    const last = entries.at(-1);
    return ok({
      entries,
      references: await ports.referencesOf(context, db, idsIn(entries)),
      older: found.length > pageSize ? last?.seq : undefined,
    });
  });
}

/** All that may belong to a Vorgang. */
function idsIn(entries: readonly AuditEntry[]): readonly string[] {
  const ids = entries.flatMap(({ subjectId, details }) => [
    subjectId,
    details["vorgangId"],
    details["submissionId"],
    details["otherId"],
  ]);
  return [...new Set(ids)].filter((id) => typeof id === "string").filter(isId);
}

/** Undefined: whatever it is. */
async function subjectsOf(
  context: Context,
  db: Db,
  {
    filter: { reference, subject },
    ports,
  }: {
    readonly filter: AuditLogFilter;
    readonly ports: Pick<AuditPorts, "subjectsUnder" | "referenceOf">;
  },
): Promise<readonly AuditSubject[] | undefined> {
  if (reference === undefined) return subject && [subject];
  const stored = ports.referenceOf(reference);
  const all = await ports.subjectsUnder(context, db, stored);
  return subject === undefined
    ? all
    : all.filter(({ kind, id }) => kind === subject.kind && id === subject.id);
}

/** Where nothing is kept under a number (no ports), it may be anything that was typed, and is not written to a log that stays. */
function soughtIn(
  { reference, actorId, action, from, until }: AuditLogFilter,
  ports: Pick<AuditPorts, "referenceOf"> | undefined,
): AuditDetails {
  const sought = {
    reference: reference === undefined ? "" : ports?.referenceOf(reference),
    actorId,
    action,
    from,
    until,
  };
  return Object.fromEntries(
    Object.entries(sought).filter(
      (pair): pair is [string, string] => (pair[1] ?? "") !== "",
    ),
  );
}
