import type { Context } from "../../../platform/context/context.ts";
import { startOfDay } from "../../../platform/calendar/calendar-day.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import {
  findWorkScope,
  listOffice,
  type Colleague,
  type Team,
} from "../../staff/index.ts";
import {
  noDay,
  orderOf,
  wholeQueue,
  type QueueCounts,
  type QueueCursor,
  type QueueFilter,
  type QueueNarrowing,
  type QueueOrder,
} from "../domain/queue.ts";
import type { Label } from "../domain/label.ts";
import {
  usualLayout,
  type QueueLayout,
  type SavedView,
} from "../domain/queue-layout.ts";
import { readQueueQuery } from "../domain/queue-query.ts";
import type { ClockRule } from "../domain/clock-rule.ts";
import type { StateNames } from "../domain/state-names.ts";
import type { QueueEntry } from "../domain/vorgang.ts";
import { listClockRules } from "../store/clock-store.ts";
import { listLabels, listLabelsOf } from "../store/label-store.ts";
import { findLayout } from "../store/layout-store.ts";
import { countLists } from "../store/queue-counts.ts";
import { readQueuePage } from "../store/queue-page.ts";
import { listQueueLeistungen } from "../store/queue-store.ts";
import { listStateNames } from "../store/state-name-store.ts";
import { listViews } from "../store/view-store.ts";
import {
  plainScope,
  queueScope,
  type NamedLeistung,
  type QueueGround,
} from "./queue-scope.ts";

const pageSize = 25;

export type QueuePage = {
  readonly entries: readonly QueueEntry[];
  /** With the same narrowing. */
  readonly counts: QueueCounts;
  /** Where the next page begins; undefined on the last one. */
  readonly next: QueueCursor | undefined;
  /** What can be chosen. */
  readonly leistungen: readonly NamedLeistung[];
  readonly labels: readonly Label[];
  /** What is put on the entries, by Vorgang. */
  readonly labelsOf: ReadonlyMap<string, readonly Label[]>;
  readonly teams: readonly Team[];
  readonly colleagues: readonly Colleague[];
  /** Teams whose lists the caller sees. */
  readonly ownTeamIds: readonly string[];
  readonly layout: QueueLayout;
  /** How long the office may take, by Leistung. */
  readonly clockRules: ReadonlyMap<string, ClockRule>;
  /** The office's own names of states, by Leistung. */
  readonly stateNames: ReadonlyMap<string, StateNames>;
  readonly views: readonly CountedView[];
};

export type CountedView = SavedView & {
  /** More than `viewCountedAtMost` means "or more"; undefined: not counted, because it searches. */
  readonly count: number | undefined;
};

/** Nobody looks at a view because it has 120 instead of 99. */
export const viewCountedAtMost = 99;

export type ListVorgaengeInput = {
  readonly filter: QueueFilter;
  readonly after: QueueCursor | undefined;
  readonly narrowing?: QueueNarrowing;
  readonly order?: QueueOrder | undefined;
};

/**
 * One page of the queue of the caller's own authority, without what is another team's alone. Holds no personal data beyond the
 * reference, so looking at it is not recorded; opening a Vorgang is.
 */
export async function listVorgaenge(
  context: Context,
  input: ListVorgaengeInput,
): Promise<Result<QueuePage, { readonly kind: "not-permitted" }>> {
  const { actor, tenantId } = context;
  const { filter, after, order, narrowing = wholeQueue } = input;
  if (!actor.may("vorgang.read")) return refuse({ kind: "not-permitted" });
  const [office, work, fixed] = await Promise.all([
    listOffice(context),
    findWorkScope(context),
    readFixed(context),
  ]);
  const { teams, colleagues } = office;
  const [all, labels, layout = usualLayout, clockRules, stateNames] = fixed;
  const leistungen = all.filter(({ slug }) => !work.hiddenSlugs.includes(slug));
  const ground = { teams, work, leistungen };
  const scope = await queueScope(context, narrowing, ground);
  const [{ entries: found, counts }, views] = await context.read((db) =>
    Promise.all([
      readQueuePage(db, tenantId, {
        filter,
        order,
        after,
        scope,
        limit: pageSize + 1,
      }),
      listViews(db, tenantId, { staffId: actor.id, teamIds: work.teamIds }),
    ]),
  );
  if (narrowing.search !== "") await recordSearch(context, found.length);
  const { entries, next } = pageFrom(
    found,
    orderOf({ filter, order, narrowing }),
  );
  return ok({
    entries,
    counts,
    next,
    leistungen,
    teams,
    colleagues,
    labels,
    layout,
    clockRules,
    stateNames,
    ownTeamIds: work.teamIds,
    ...(await describe(context, ground, { entries, views })),
  });
}

/** Who looks for a name learns whether somebody has applied. What was typed is not written down: the log outlives the data. */
async function recordSearch(context: Context, found: number): Promise<void> {
  await context.transaction((db) =>
    recordAudit(context, db, {
      action: "vorgang.searched",
      subject: { kind: "vorgang", id: "list" },
      details: { found: Math.min(found, pageSize) },
    }),
  );
}

/** What does not depend on which part of the queue is asked for. */
function readFixed(context: Context) {
  const { actor, tenantId } = context;
  return context.read((db) =>
    Promise.all([
      listQueueLeistungen(db, tenantId),
      listLabels(db, tenantId),
      findLayout(db, tenantId, actor.id),
      listClockRules(db, tenantId),
      listStateNames(db, tenantId),
    ]),
  );
}

function pageFrom(
  found: readonly QueueEntry[],
  order: QueueOrder,
): Pick<QueuePage, "entries" | "next"> {
  const entries = found.slice(0, pageSize);
  const last = found.length > pageSize ? entries.at(-1) : undefined;
  return { entries, next: last && { at: placeOf(last, order), id: last.id } };
}

/** By what an entry stands where it stands. */
function placeOf(entry: QueueEntry, order: QueueOrder): Date {
  if (order === "due") return startOfDay(entry.dueOn ?? noDay);
  return order === "longest" ? entry.stateSince : entry.receivedAt;
}

/** What only can be asked when the entries and views are known. */
async function describe(
  context: Context,
  ground: QueueGround,
  {
    entries,
    views,
  }: {
    readonly entries: readonly QueueEntry[];
    readonly views: readonly SavedView[];
  },
): Promise<Pick<QueuePage, "labelsOf" | "views">> {
  const { tenantId } = context;
  const asked = views.map(({ query }) =>
    readQueueQuery(new URLSearchParams(query)),
  );
  const counted = asked.filter(({ narrowing }) => narrowing.search === "");
  const lists = counted.map(({ filter, narrowing }) => ({
    filter,
    scope: plainScope(context, narrowing, ground),
  }));
  const [put, counts] = await context.read((db) =>
    Promise.all([
      listLabelsOf(
        db,
        tenantId,
        entries.map(({ id }) => id),
      ),
      countLists(db, tenantId, { lists, atMost: viewCountedAtMost }),
    ]),
  );
  return {
    labelsOf: Map.groupBy(put, ({ vorgangId }) => vorgangId),
    views: views.map((view, place) => ({
      ...view,
      count: counts[counted.findIndex((each) => each === asked[place])],
    })),
  };
}
