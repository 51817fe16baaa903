import { sql, type RawBuilder } from "kysely";
import {
  addDays,
  startOfDay,
  type CalendarDay,
} from "../../../platform/calendar/calendar-day.ts";
import type { QueueFilter, QueueNarrowing } from "../domain/queue.ts";
import { openStates, vorgangStates } from "../domain/states.ts";
import type { FoundVorgaenge } from "./search-store.ts";

/** Which Vorgänge somebody asks for, with all that they may see. */
export type QueueScope = QueueNarrowing & {
  /** Whose read marks count. */
  readonly staffId: string;
  /** Whose Vorgänge are `mine`. */
  readonly assigneeIds: readonly string[];
  /** Leistungen whose Vorgänge come to the team by themselves. */
  readonly teamSlugs: readonly string[];
  /** Leistungen that are another team's alone. */
  readonly hiddenSlugs: readonly string[];
  /** By which what is due is told. */
  readonly today: CalendarDay;
  /** What the words of the search found; undefined without a search. */
  readonly found: FoundVorgaenge | undefined;
  /** Only what was written after this moment. */
  readonly changedSince?: Date;
};

/** States of a part of the queue. */
export function statesOf(filter: QueueFilter): readonly string[] {
  if (filter === "all") return vorgangStates;
  return filter === "open" ? openStates : [filter];
}

/**
 * True where a condition leaves few Vorgänge, found by an index of its own: they are collected first. All others are read in the order of the
 * list until the page is full.
 */
export function isFew(scope: QueueScope): boolean {
  const { found, assignee, labelId, due, isMentioned, isUnread } = scope;
  const isOnePerson = assignee !== "anybody" && assignee !== "nobody";
  return (
    isMentioned ||
    labelId !== undefined ||
    due !== undefined ||
    scope.changedSince !== undefined ||
    (found !== undefined &&
      (found.ids !== undefined || found.few.length > 0)) ||
    (isUnread && isOnePerson)
  );
}

/** A condition and, where it is for certain Leistungen only, which: each is read from an index by itself. */
export type QueuePart = {
  readonly slugs: readonly string[] | undefined;
  readonly condition: RawBuilder<unknown>;
};

/** A Vorgang is in one part at most, so that parts are read one by one and put together. An "or" would be served by no index. */
export function partsOf(scope: QueueScope): readonly QueuePart[] {
  const { teamId, teamSlugs } = scope;
  const slugs = wantedSlugs(scope);
  const parts: QueuePart[] =
    teamId === undefined
      ? [{ slugs, condition: sql`true` }]
      : [
          { slugs, condition: sql`vorgang.team_id = ${teamId}::uuid` },
          {
            slugs: common(teamSlugs, slugs),
            condition: sql`vorgang.team_id is null`,
          },
        ];
  return parts;
}

function wantedSlugs({
  leistungSlug,
  found,
}: QueueScope): readonly string[] | undefined {
  if (leistungSlug === undefined) return found?.slugs;
  return common([leistungSlug], found?.slugs);
}

function common(
  slugs: readonly string[],
  others: readonly string[] | undefined,
): readonly string[] {
  return others ? slugs.filter((slug) => others.includes(slug)) : slugs;
}

/** The table under the name `vorgang`, and where few are collected, how far the caller has read: then the marks are best read at once. */
export function sourceOf(tenantId: string, scope: QueueScope) {
  return scope.isUnread && isFew(scope)
    ? sql`vorgaenge.vorgang as vorgang ${seenBy(tenantId, scope.staffId)}`
    : sql`vorgaenge.vorgang as vorgang`;
}

/** Joins the caller's read marks under the name `seen`. */
export function seenBy(tenantId: string, staffId: string) {
  return sql`left join vorgaenge.read_mark as seen
    on seen.tenant_id = ${tenantId} and seen.staff_id = ${staffId} and seen.vorgang_id = vorgang.id`;
}

/**
 * What every part of a scope must hold. Under row-level security an index serves only operators that are leakproof: comparisons, no patterns
 * and no arrays of the row.
 */
export function isIn(tenantId: string, scope: QueueScope): RawBuilder<boolean> {
  const parts = conditions.flatMap((condition) => {
    const part = condition(scope, tenantId);
    return part ? [part] : [];
  });
  return sql<boolean>`(${sql.join([sql`vorgang.tenant_id = ${tenantId}`, ...parts], sql` and `)})`;
}

type Condition = (
  scope: QueueScope,
  tenantId: string,
) => RawBuilder<unknown> | undefined;

/** One for each filter. Undefined: it does not narrow. */
const conditions: readonly Condition[] = [
  ({ hiddenSlugs }) =>
    hiddenSlugs.length === 0
      ? undefined
      : sql`vorgang.leistung_slug <> all(${[...hiddenSlugs]}::text[])`,
  ({ assignee, assigneeIds }) => {
    if (assignee === "anybody") return undefined;
    if (assignee === "nobody") return sql`vorgang.assignee_id is null`;
    return assignee === "mine"
      ? sql`vorgang.assignee_id = any(${[...assigneeIds]}::uuid[])`
      : sql`vorgang.assignee_id = ${assignee}::uuid`;
  },
  ({ labelId }, tenantId) =>
    labelId === undefined
      ? undefined
      : sql`vorgang.id in (
          select vorgang_id from vorgaenge.vorgang_label where tenant_id = ${tenantId} and label_id = ${labelId}
        )`,
  ({ isMentioned, staffId }, tenantId) =>
    isMentioned
      ? sql`vorgang.id in (
          select vorgang_id from vorgaenge.staff_notice
          where tenant_id = ${tenantId} and staff_id = ${staffId} and kind = 'mentioned'
        )`
      : undefined,
  ({ receivedFrom }) =>
    receivedFrom === undefined
      ? undefined
      : sql`vorgang.received_at >= ${startOfDay(receivedFrom)}`,
  ({ receivedUntil }) =>
    receivedUntil === undefined
      ? undefined
      : sql`vorgang.received_at < ${startOfDay(addDays(receivedUntil, 1))}`,
  ({ due, today }) => {
    if (due === undefined) return undefined;
    return due === "late"
      ? sql`vorgang.due_on < ${today}`
      : sql`vorgang.due_on <= ${addDays(today, 7)}`;
  },
  (scope, tenantId) =>
    scope.isUnread
      ? sql`coalesce(${isFew(scope) ? sql`seen.position` : readPosition(tenantId, scope.staffId)}, 0) < vorgang.last_position`
      : undefined,
  ({ changedSince }) =>
    changedSince && sql`vorgang.changed_at > ${changedSince}`,
  ({ found }, tenantId) => found && isFound(found, tenantId),
];

// With a limit it is asked for one row after the other and never joined as a whole; so is the word below.
function readPosition(tenantId: string, staffId: string) {
  return sql`(
    select position from vorgaenge.read_mark
    where tenant_id = ${tenantId} and staff_id = ${staffId} and vorgang_id = vorgang.id limit 1
  )`;
}

function isFound({ ids, few, others }: FoundVorgaenge, tenantId: string) {
  const parts = others.map(({ hash, slugs, isFew: hasFew }) => {
    const word = hasFew
      ? sql`vorgang.id in (${havingWord(tenantId, hash)})`
      : sql`coalesce((
          select true from vorgaenge.search_word
          where tenant_id = ${tenantId} and vorgang_id = vorgang.id and word = ${hash}::bigint limit 1
        ), false)`;
    return slugs.length === 0
      ? word
      : sql`(vorgang.leistung_slug = any(${[...slugs]}::text[]) or ${word})`;
  });
  if (few.length > 0)
    parts.push(
      sql`vorgang.id in (${sql.join(
        few.map((hash) => havingWord(tenantId, hash)),
        sql` intersect `,
      )})`,
    );
  if (ids) parts.push(sql`vorgang.id = any(${[...ids]}::uuid[])`);
  return parts.length === 0 ? undefined : sql.join(parts, sql` and `);
}

function havingWord(tenantId: string, hash: string) {
  return sql`select vorgang_id from vorgaenge.search_word where tenant_id = ${tenantId} and word = ${hash}::bigint`;
}
