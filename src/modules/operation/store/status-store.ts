import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Component, DayCount, Look } from "../domain/component.ts";

/** Keeps looks, and counts those that are new into their days. */
export async function saveLooks(db: Db, looks: readonly Look[]): Promise<void> {
  await sql`
    with fresh as (
      insert into operation.look (component, minute, state)
      select * from unnest(
        ${looks.map(({ component }) => component)}::text[],
        ${looks.map(({ minute }) => minute)}::timestamptz[],
        ${looks.map(({ state }) => state)}::text[]
      )
      on conflict (component, minute) do nothing
      returning component, (minute at time zone 'Europe/Berlin')::date as day, state
    )
    insert into operation.day (component, day, up, disturbed, down)
    select component, day, count(*) filter (where state = 'up'), count(*) filter (where state = 'disturbed'), count(*) filter (where state = 'down')
    from fresh group by component, day order by component, day
    on conflict (component, day) do update
      set up = day.up + excluded.up, disturbed = day.disturbed + excluded.disturbed, down = day.down + excluded.down
  `.execute(db);
}

/** Looks that found a part working go after eight days, days and all other looks after 400. */
export async function removeOldLooks(db: Db, now: Date): Promise<void> {
  await sql`
    delete from operation.look
    where minute < ${now}::timestamptz - interval '8 days' and (state = 'up' or minute < ${now}::timestamptz - interval '400 days')
  `.execute(db);
  await sql`delete from operation.day where day < (${now}::timestamptz at time zone 'Europe/Berlin')::date - 400`.execute(
    db,
  );
}

/** The newest look at each part since a moment. */
export async function readLatestLooks(
  db: Db,
  since: Date,
): Promise<readonly Look[]> {
  const { rows } = await sql<Look>`
    select distinct on (component) component, minute, state from operation.look
    where minute >= ${since} order by component, minute desc
  `.execute(db);
  return rows;
}

export type ComponentDay = DayCount & {
  readonly component: Component;
  /** Such as `2027-03-03`. */
  readonly day: string;
};

export async function readDays(
  db: Db,
  since: string,
): Promise<readonly ComponentDay[]> {
  const { rows } = await sql<ComponentDay>`
    select component, to_char(day, 'YYYY-MM-DD') as day, up, disturbed, down from operation.day
    where day >= ${since}::date order by day
  `.execute(db);
  return rows;
}
