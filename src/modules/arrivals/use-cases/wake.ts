import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { pollSourceJob } from "../domain/arrival.ts";

/** Who rings in the same moment is answered by one look, which comes after all of them. */
const momentMs = 1_000;

/**
 * In the caller's transaction: the source is asked soon. Several wishes of one moment make one job. It runs when the moment is over: a job that
 * is running counts as waiting, and what comes after it has looked would be lost.
 */
export async function wake(
  { now }: Pick<Context, "now">,
  db: Db,
  sourceId: string,
): Promise<void> {
  const moment = Math.floor(now.getTime() / momentMs);
  await enqueue(db, {
    name: pollSourceJob,
    payload: { sourceId },
    uniqueKey: `${sourceId}:${String(moment)}`,
    // Clocks of web server and database may differ a little.
    runAt: new Date((moment + 2) * momentMs),
  });
}
