import {
  dayOf,
  type CalendarDay,
} from "../../../platform/calendar/calendar-day.ts";
import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import { findWorkScope } from "../../staff/index.ts";
import {
  dueKey,
  rangeOf,
  stretchAt,
  stretchesFrom,
  type EndedRange,
  type Stretch,
} from "../domain/calendar.ts";
import {
  standingOf,
  type EndedVorgang,
  type Standing,
} from "../domain/standing.ts";
import { deletionDay, termOf, type Terms } from "../domain/term.ts";
import type { EndedPlace, RetentionPorts } from "../ports.ts";
import { listTerms } from "../store/term-store.ts";
import { listCircumstances } from "./list-circumstances.ts";

/** How far the calendar looks ahead. */
const months = 12;
const pageSize = 100;
/** Of one export. */
const mostExported = 10_000;

export type CalendarFilter = {
  /** A stretch of the calendar; anything unknown is what is due. */
  readonly stretch: string;
  readonly leistungSlug: string | undefined;
  /** Only what is kept by a hold, or waits for the archive. */
  readonly only: "held" | "archive" | undefined;
  readonly after: EndedPlace | undefined;
};

export type CalendarEntry = EndedVorgang & {
  readonly dueOn: CalendarDay;
  readonly standing: Standing;
};

export type DeletionCalendar = {
  /** What is due, and each of the next months. */
  readonly stretches: readonly (Stretch & { readonly count: number })[];
  readonly chosen: string;
  readonly leistungen: readonly {
    readonly slug: string;
    readonly title: string;
  }[];
  readonly entries: readonly CalendarEntry[];
  readonly next: EndedPlace | undefined;
  /** Closed ones that are never deleted, because nobody has set a term. */
  readonly withoutTerm: number;
  /** Decided ones whose term has not begun, because nobody has closed them. */
  readonly unclosed: number;
};

type Refused = { readonly kind: "not-permitted" };
type Ports = Pick<RetentionPorts, "vorgaenge" | "listUnderway">;

/** What is deleted when; what is another team's alone is left out. Shows numbers and days, no answers and no names. Needs `vorgang.read`. */
export async function readCalendar(
  context: Context,
  ports: Ports,
  filter: CalendarFilter,
): Promise<Result<DeletionCalendar, Refused>> {
  if (!context.actor.may("vorgang.read"))
    return refuse({ kind: "not-permitted" });
  const { hiddenSlugs } = await findWorkScope(context);
  return ok(
    await readVisible(context, ports, { filter, hiddenSlugs, pageSize }),
  );
}

/** The same list as a whole, for a spreadsheet; recorded in the audit log. Needs `vorgang.read`. */
export async function exportCalendar(
  context: Context,
  ports: Ports,
  filter: Omit<CalendarFilter, "after">,
): Promise<Result<readonly CalendarEntry[], Refused>> {
  if (!context.actor.may("vorgang.read"))
    return refuse({ kind: "not-permitted" });
  const { hiddenSlugs } = await findWorkScope(context);
  const { entries } = await readVisible(context, ports, {
    filter: { ...filter, after: undefined },
    hiddenSlugs,
    pageSize: mostExported,
  });
  await context.transaction((db) =>
    recordAudit(context, db, {
      action: "retention.calendar-exported",
      subject: { kind: "retention", id: "calendar" },
      details: { count: entries.length },
    }),
  );
  return ok(entries);
}

function readVisible(
  context: Context,
  { vorgaenge, listUnderway }: Ports,
  {
    filter,
    hiddenSlugs,
    pageSize: limit,
  }: {
    readonly filter: CalendarFilter;
    readonly hiddenSlugs: readonly string[];
    readonly pageSize: number;
  },
): Promise<DeletionCalendar> {
  const today = dayOf(context.now);
  return context.transaction(async (db) => {
    const terms = await listTerms(db, context.tenantId);
    const counted = await vorgaenge.countEnded(context, db);
    const ended = counted.filter(({ slug }) => !hiddenSlugs.includes(slug));
    const chosenOnes = ended.filter(
      ({ slug }) => (filter.leistungSlug ?? slug) === slug,
    );
    const stretches = stretchesFrom(today, months);
    const ranges = stretches.map((it) => rangesOf(it, chosenOnes, terms));
    const counts = await vorgaenge.countWithin(context, db, ranges.flat());
    const chosen = stretchAt(stretches, filter.stretch);
    const found = await listWanted(context, db, {
      vorgaenge,
      listUnderway,
      terms,
      filter,
      ranges: ranges[chosen] ?? [],
      limit,
    });
    return {
      stretches: countedStretches(stretches, ranges, counts),
      chosen: stretches[chosen]?.key ?? dueKey,
      leistungen: ended.map(({ slug, title }) => ({ slug, title })),
      ...found,
      withoutTerm: ended
        .filter(({ slug }) => !termOf(terms, slug))
        .reduce((sum, { count }) => sum + count, 0),
      unclosed: await vorgaenge.countUnclosed(context, db),
    };
  });
}

/** Reads on until the page is full: what is wanted may be rare. */
async function listWanted(
  context: Context,
  db: Db,
  {
    vorgaenge,
    listUnderway,
    terms,
    filter,
    ranges,
    limit,
  }: Ports & {
    readonly terms: Terms;
    readonly filter: CalendarFilter;
    readonly ranges: readonly EndedRange[];
    readonly limit: number;
  },
): Promise<Pick<DeletionCalendar, "entries" | "next">> {
  const today = dayOf(context.now);
  const entries: CalendarEntry[] = [];
  let after = filter.after;
  do {
    const page = await vorgaenge.listWithin(context, db, {
      ranges,
      after,
      limit,
    });
    const knownOf = await listCircumstances(context, db, {
      vorgaenge: page,
      listUnderway,
    });
    const read = page.flatMap((vorgang) =>
      entryOf(vorgang, terms, { ...knownOf(vorgang), today }),
    );
    entries.push(...read.filter((entry) => isWanted(entry, filter.only)));
    after = page.length < limit ? undefined : page.at(-1);
  } while (after && entries.length < limit);
  return { entries, next: after };
}

function rangesOf(
  stretch: Stretch,
  ended: readonly { readonly slug: string }[],
  terms: Terms,
): readonly EndedRange[] {
  return ended.flatMap(({ slug }) => {
    const term = termOf(terms, slug);
    const range = term && rangeOf(slug, term, stretch);
    return range ? [range] : [];
  });
}

function countedStretches(
  stretches: readonly Stretch[],
  ranges: readonly (readonly EndedRange[])[],
  counts: readonly number[],
): DeletionCalendar["stretches"] {
  let place = 0;
  return stretches.map((stretch, index) => {
    const { length } = ranges[index] ?? [];
    const own = counts.slice(place, place + length);
    place += length;
    return { ...stretch, count: own.reduce((sum, it) => sum + it, 0) };
  });
}

function entryOf(
  vorgang: EndedVorgang,
  terms: Terms,
  known: Parameters<typeof standingOf>[2],
): readonly CalendarEntry[] {
  const term = termOf(terms, vorgang.leistungSlug);
  if (!term) return [];
  const dueOn = deletionDay(dayOf(vorgang.endedAt), term);
  return [{ ...vorgang, dueOn, standing: standingOf(vorgang, term, known) }];
}

function isWanted(
  { standing }: CalendarEntry,
  only: CalendarFilter["only"],
): boolean {
  if (only === undefined) return true;
  if (only === "held") return standing.kind === "held";
  return standing.kind === "to-offer" || standing.kind === "offered";
}
