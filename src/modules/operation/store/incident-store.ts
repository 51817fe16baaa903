import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { togetherMs, type Trouble } from "../domain/incident.ts";

/** More in 90 days are no list any more; the newest count. */
const mostTroubles = 200;

/** Since a moment, each part by itself: looks that found something wrong, those close to one another as one. */
export async function readTroubles(
  db: Db,
  since: Date,
): Promise<readonly Trouble[]> {
  const { rows } = await sql<Trouble>`
    with troubled as (
      select component, minute, state,
        minute - lag(minute) over (partition by component order by minute) <= ${togetherMs} * interval '1 millisecond' as goes_on
      from operation.look where state <> 'up' and minute >= ${since}
    ), numbered as (
      select component, minute, state,
        count(*) filter (where goes_on is not true) over (partition by component order by minute) as number
      from troubled
    )
    select component, min(minute) as first, max(minute) as last, (count(*) filter (where state = 'down'))::integer as down
    from numbered group by component, number order by first desc limit ${mostTroubles}
  `.execute(db);
  return rows;
}
