import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { FigureName } from "../domain/figures.ts";

/** One point of a plot. */
export type SeriesPoint = {
  readonly figure: string;
  /** Beginning of the step, in milliseconds since 1970. */
  readonly at: number;
  readonly lowest: number;
  readonly highest: number;
};

type Stretch = { readonly since: Date; readonly stepMs: number };

/** The samples of a time, gathered by step. */
export async function readSeries(
  db: Db,
  {
    since,
    stepMs,
    figures,
  }: Stretch & { readonly figures: readonly FigureName[] },
): Promise<readonly SeriesPoint[]> {
  const { rows } = await sql<SeriesPoint>`
    select name as figure, floor(extract(epoch from taken_at) * 1000 / ${stepMs}::float8)::float8 * ${stepMs}::float8 as at,
      min((figures ->> name)::float8) as lowest, max((figures ->> name)::float8) as highest
    from operation.sample cross join unnest(${[...figures]}::text[]) as name
    where taken_at >= ${since} and figures ? name
    group by 1, 2
  `.execute(db);
  return rows;
}

/** Errors in the logs of all processes by step; nothing where there was none. */
export async function readFaultSeries(
  db: Db,
  { since, stepMs }: Stretch,
): Promise<readonly { readonly at: number; readonly count: number }[]> {
  const { rows } = await sql<{ at: number; count: number }>`
    select floor(extract(epoch from step) * 1000 / ${stepMs}::float8)::float8 * ${stepMs}::float8 as at, sum(count)::float8 as count
    from operation.fault where step >= ${since} group by 1
  `.execute(db);
  return rows;
}

export type FaultKind = {
  readonly kind: string;
  readonly count: number;
  readonly lastHour: number;
  readonly lastAt: Date;
};

/** Errors of the last 24 hours by kind, the most frequent first. */
export async function countFaultKinds(
  db: Db,
  now: Date,
): Promise<readonly FaultKind[]> {
  const { rows } = await sql<FaultKind>`
    select kind, sum(count)::float8 as count, max(step) as "lastAt",
      coalesce(sum(count) filter (where step > ${now}::timestamptz - interval '1 hour'), 0)::float8 as "lastHour"
    from operation.fault where step > ${now}::timestamptz - interval '1 day'
    group by kind order by 2 desc, 1 limit 51
  `.execute(db);
  return rows;
}
