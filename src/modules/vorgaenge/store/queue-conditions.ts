import { sql, type RawBuilder } from "kysely";
import {
  addDays,
  startOfDay,
} from "../../../platform/calendar/calendar-day.ts";
import type { QueueFilter, QueueNarrowing } from "../domain/queue.ts";
import type { FoundByWord } from "./search-store.ts";

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
  /** What the words of the search found; undefined without a search. */
  readonly found: FoundVorgaenge | undefined;
  /** Only what was written after this moment. */
  readonly changedSince?: Date;
};

export type FoundVorgaenge = {
  /** Only these: words that few Vorgänge have, or a number. Undefined: no such word. */
  readonly ids: readonly string[] | undefined;
  /** Words that besides are in the name of a Leistung, or in very many Vorgänge. */
  readonly words: readonly {
    readonly hash: string;
    readonly slugs: readonly string[];
    readonly ids: FoundByWord;
  }[];
};

/**
 * The condition of a scope; the table goes by the name `vorgang`. Under row-level security an index serves only operators that are
 * leakproof: comparisons, no patterns and no arrays of the row.
 */
export function isIn(tenantId: string, scope: QueueScope): RawBuilder<boolean> {
  const parts = conditions.flatMap((condition) => {
    const part = condition(scope, tenantId);
    return part ? [part] : [];
  });
  return sql<boolean>`(${sql.join(parts, sql` and `)})`;
}

type Condition = (
  scope: QueueScope,
  tenantId: string,
) => RawBuilder<unknown> | undefined;

/** One for each filter. Undefined: it does not narrow. */
const conditions: readonly Condition[] = [
  ({ hiddenSlugs }) =>
    sql`vorgang.leistung_slug <> all(${[...hiddenSlugs]}::text[])`,
  ({ assignee, assigneeIds }) => {
    if (assignee === "anybody") return undefined;
    if (assignee === "nobody") return sql`vorgang.assignee_id is null`;
    return assignee === "mine"
      ? sql`vorgang.assignee_id = any(${[...assigneeIds]}::uuid[])`
      : sql`vorgang.assignee_id = ${assignee}::uuid`;
  },
  ({ leistungSlug }) =>
    leistungSlug === undefined
      ? undefined
      : sql`vorgang.leistung_slug = ${leistungSlug}`,
  ({ teamId, teamSlugs }) =>
    teamId === undefined
      ? undefined
      : sql`(vorgang.team_id = ${teamId}
          or (vorgang.team_id is null and vorgang.leistung_slug = any(${[...teamSlugs]}::text[])))`,
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
  ({ isUnread, staffId }, tenantId) =>
    isUnread
      ? sql`coalesce((
          select position from vorgaenge.read_mark
          where tenant_id = ${tenantId} and staff_id = ${staffId} and vorgang_id = vorgang.id
        ), 0) < vorgang.last_position`
      : undefined,
  ({ changedSince }) =>
    changedSince && sql`vorgang.changed_at > ${changedSince}`,
  ({ found }, tenantId) => found && isFound(found, tenantId),
];

/** Each word by itself; a subquery with a limit is asked for one row after the other and never joined as a whole. */
function isFound({ ids, words }: FoundVorgaenge, tenantId: string) {
  const parts = words.map(({ hash, slugs, ids: few }) => {
    const hasWord = few
      ? sql`vorgang.id = any(${[...few]}::uuid[])`
      : sql`coalesce((
          select true from vorgaenge.search_word
          where tenant_id = ${tenantId} and vorgang_id = vorgang.id and word = ${hash}::bigint limit 1
        ), false)`;
    return slugs.length === 0
      ? hasWord
      : sql`(vorgang.leistung_slug = any(${[...slugs]}::text[]) or ${hasWord})`;
  });
  if (ids) parts.push(sql`vorgang.id = any(${[...ids]}::uuid[])`);
  return parts.length === 0 ? undefined : sql.join(parts, sql` and `);
}

/** The condition of a part of the queue; states stand in the text, so that the indexes of what is open are found. */
export function isInFilter(filter: QueueFilter): RawBuilder<boolean> {
  if (filter === "all") return sql<boolean>`true`;
  return filter === "open"
    ? sql<boolean>`vorgang.state in ('received', 'in-progress', 'question')`
    : sql<boolean>`vorgang.state = ${sql.lit(filter)}`;
}
