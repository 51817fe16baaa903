import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { DatabaseAddress } from "../../../../src/platform/database/database.ts";

const mine = "drill-eater";

/** Takes every connection that a server has, also those that others hold, for so long; gives how many. */
export async function eatConnections(
  address: DatabaseAddress,
  ms: number,
): Promise<number> {
  const eaters: pg.Client[] = [];
  const deadline = performance.now() + ms;
  try {
    while (performance.now() < deadline) {
      const eater = await eat(address);
      if (eater) eaters.push(eater);
      else {
        await eaters[0]?.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend' and application_name <> $1",
          [mine],
        );
        await sleep(100);
      }
    }
  } finally {
    await Promise.all(
      eaters.map((eater) => eater.end().catch(() => undefined)),
    );
  }
  return eaters.length;
}

/** Undefined: the server has no connection left. */
async function eat(address: DatabaseAddress): Promise<pg.Client | undefined> {
  const client = new pg.Client({ ...address, application_name: mine });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return client;
  } catch {
    return undefined;
  }
}
