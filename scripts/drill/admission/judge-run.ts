import type pg from "pg";
import type { Finding } from "../compare.ts";
import { wantedForm, type Person } from "./come-in.ts";

export type RunOnForm = {
  readonly places: number;
  readonly persons: readonly Person[];
  /** Why somebody did not come to a confirmation. */
  readonly troubles: readonly string[];
  readonly surprises: readonly string[];
  /** Looks of those who wait are so far apart. */
  readonly lookMs: number;
  /** Of public pages meanwhile. */
  readonly pageFaults: readonly string[];
  readonly pages: number;
};

/** What was promised to people in a run on one form, and what contradicts it. */
export async function judgeRun(
  run: RunOnForm,
  database: pg.Client,
): Promise<readonly Finding[]> {
  const { persons, places, troubles, surprises, pages, pageFaults } = run;
  const most = mostInside(persons);
  return [
    {
      promise: "never more fill in at the same time than there are places",
      counted: persons.length,
      broken: most > places ? [`${String(most)} at the same time`] : [],
    },
    {
      promise: "nobody who came later begins earlier",
      counted: persons.length,
      broken: overtakenIn(run),
    },
    {
      promise:
        "everybody comes to a confirmation, and who has begun is refused nothing",
      counted: persons.length + troubles.length,
      broken: troubles,
    },
    {
      promise: "nobody loses their place or is told something else",
      counted: persons.length,
      broken: surprises,
    },
    {
      promise: "public pages know of nothing",
      counted: pages,
      broken: pageFaults,
    },
    await findMissing(persons, database),
  ];
}

/** How many were between beginning and confirmation at the same time. */
export function mostInside(
  persons: readonly Pick<Person, "begunAt" | "sentAt">[],
): number {
  const changes = persons
    .flatMap(({ begunAt, sentAt }) => [
      { at: begunAt, by: 1 },
      { at: sentAt, by: -1 },
    ])
    .toSorted((a, b) => a.at - b.at || a.by - b.by);
  let inside = 0;
  let most = 0;
  for (const { by } of changes) {
    inside += by;
    most = Math.max(most, inside);
  }
  return most;
}

/** Whoever had their answer before another asked begins earlier, but for the time between two looks. */
export function overtakenIn({
  persons,
  lookMs,
}: Pick<RunOnForm, "persons" | "lookMs">): readonly string[] {
  // Two looks, for one may take long on a busy machine.
  const tolerated = 2 * lookMs + 2_000;
  return persons.flatMap((first) => {
    const later = persons.find(
      ({ askedAt, begunAt }) =>
        askedAt > first.knewAt && begunAt < first.begunAt - tolerated,
    );
    return later
      ? [`place ${String(first.place)} behind place ${String(later.place)}`]
      : [];
  });
}

async function findMissing(
  persons: readonly Person[],
  database: pg.Client,
): Promise<Finding> {
  const { rows } = await database.query<{ reference: string }>(
    "select reference from submissions.submission where leistung_slug = $1",
    [wantedForm],
  );
  const stored = new Map<string, number>();
  for (const { reference } of rows)
    stored.set(reference, (stored.get(reference) ?? 0) + 1);
  return {
    promise: "every confirmed application is in the database, once",
    counted: persons.length,
    broken: persons
      .map(({ reference }) => reference)
      .filter((reference) => stored.get(reference) !== 1),
  };
}
