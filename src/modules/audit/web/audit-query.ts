import { isCalendarDay } from "../../../platform/calendar/calendar-day.ts";
import type { AuditLogFilter } from "../use-cases/read-audit-log.ts";

export const auditPath = "/verwaltung/protokoll";
export const auditCheckPath = `${auditPath}/pruefung`;
export const auditSealsPath = `${auditPath}/siegel`;

/** Names of the fields one searches with. */
export const auditFields = {
  reference: "nummer",
  actor: "wer",
  action: "was",
  from: "von",
  until: "bis",
  subjectKind: "art",
  subject: "woran",
  before: "vor",
} as const;

/** What is sought; a field that is empty, or no id, word or day of the log, seeks nothing. */
export function auditFilterOf(query: URLSearchParams): AuditLogFilter {
  const wordIn = (name: string) => {
    const text = query.get(name) ?? "";
    return /^[\w.:-]{1,100}$/.test(text) ? text : undefined;
  };
  const dayIn = (name: string) => {
    const text = query.get(name) ?? "";
    return isCalendarDay(text) ? text : undefined;
  };
  const before = Number(query.get(auditFields.before));
  const reference = (query.get(auditFields.reference) ?? "").trim();
  const kind = wordIn(auditFields.subjectKind);
  const id = wordIn(auditFields.subject);
  return {
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
    reference: reference === "" ? undefined : reference,
    actorId: wordIn(auditFields.actor),
    action: wordIn(auditFields.action),
    subject: kind === undefined || id === undefined ? undefined : { kind, id },
    from: dayIn(auditFields.from),
    until: dayIn(auditFields.until),
  };
}

/** Where what is sought is shown; lists can be kept as bookmarks. */
export function auditAddress(filter: AuditLogFilter): string {
  const { before, reference, actorId, action, subject, from, until } = filter;
  const fields = {
    [auditFields.reference]: reference,
    [auditFields.actor]: actorId,
    [auditFields.action]: action,
    [auditFields.from]: from,
    [auditFields.until]: until,
    [auditFields.subjectKind]: subject?.kind,
    [auditFields.subject]: subject?.id,
    [auditFields.before]: before === undefined ? undefined : String(before),
  };
  const query = new URLSearchParams(
    Object.entries(fields).filter(
      (pair): pair is [string, string] => pair[1] !== undefined,
    ),
  );
  return query.size === 0 ? auditPath : `${auditPath}?${query.toString()}`;
}
