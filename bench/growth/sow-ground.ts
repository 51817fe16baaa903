import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { seedDemo } from "../../src/main/demo.ts";
import { seedDemoCompany } from "../../src/main/demo/seed-company.ts";
import { sowVorgaenge } from "../../src/main/demo/sow-vorgaenge.ts";
import { collectModules } from "../../src/main/modules.ts";
import type { Services } from "../../src/main/services.ts";
import { openWorker } from "../../src/main/worker.ts";
import { demoTenants } from "../../src/modules/tenants/demo/demo-tenants.ts";
import { recordCiphers, type Recorded } from "./record-ciphers.ts";
import { sortSample, type Sample } from "./sample.ts";
import { readSample } from "./table-rows.ts";

export type Ground = { readonly sample: Sample; readonly recorded: Recorded };

/** Those whose applications are told, and which further towns are copies of. */
const sampleTowns = [demoTenants.schwerin, demoTenants.lup, demoTenants.grabow];

/**
 * Sows the demo and tells its applications with the use-cases people use, worker and all; what is in the database then is the sample of
 * which many are made. `enough` ends it before all of them are told.
 */
export async function sowGround(
  original: Services,
  enough = Number.POSITIVE_INFINITY,
): Promise<Ground> {
  const { services, recorded } = recordCiphers(original);
  await seedDemo(services);
  await seedDemoCompany(services);
  const worker = openWorker(services, collectModules(services));
  const client = new pg.Client(services.address);
  await client.connect();
  try {
    const ending = new AbortController();
    const counting = countUntil(client, { enough, ending });
    await sowVorgaenge(services, ending.signal);
    ending.abort();
    await counting;
    await untilWorkedOff(client);
    await worker.stop();
    const sample = sortSample({
      rows: await readSample(client),
      installationId: demoTenants.installation,
      townIds: sampleTowns,
    });
    return { sample, recorded };
  } finally {
    await worker.stop();
    await client.end();
  }
}

async function countUntil(
  client: pg.Client,
  {
    enough,
    ending,
  }: { readonly enough: number; readonly ending: AbortController },
): Promise<void> {
  while (!ending.signal.aborted) {
    const { rows } = await client.query<{ count: number }>(
      "select count(*)::int as count from submissions.submission",
    );
    if ((rows[0]?.count ?? 0) >= enough) ending.abort();
    await sleep(100);
  }
}

/** What waits for another time, or was tried in vain, stays. */
async function untilWorkedOff(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query(
      "select from jobs.job where state <> 'dead' and attempts = 0 and run_at <= now() limit 1",
    );
    if (rows.length === 0) return;
    await sleep(100);
  }
}
