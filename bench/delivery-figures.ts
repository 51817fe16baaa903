import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { systemActor } from "../src/main/services.ts";
import { deliverJobName } from "../src/modules/delivery/domain/deliver-job-name.ts";
import { putDestination } from "../src/modules/delivery/use-cases/save-destination.ts";
import { newId } from "../src/platform/values/id.ts";
import {
  cpuSeconds,
  endChild,
  portalNodeOptions,
  portalScript,
  startChild,
} from "./child-process.ts";
import { median, quantile } from "./compare.ts";
import { openReceiver, type Receiver } from "./delivery-receiver.ts";
import { draftCookie, draftKey } from "./draft-key.ts";
import {
  antragPath,
  asOwner,
  fillInOnce,
  type Filled,
  formHeaders,
  seedDrafts,
} from "./drafts.ts";
import { freePort, type Site } from "./site.ts";
import { atMost, type Row } from "./table.ts";

export type DeliveryEffort = {
  /** Applications that wait as the worker starts. */
  readonly sent: number;
  /** Deliveries that wait for a destination nobody answers at. */
  readonly dead: number;
  readonly rounds: number;
  /** Applications of a round, one after the other. */
  readonly samples: number;
};

/** Between two applications of which the way is timed. */
const paceMs = 150;

/**
 * One worker process and a back office by web hook: how many applications it hands over in a second, and how long one takes from the
 * confirmation to the back office, without and with many that wait for a dead destination. The two take turns.
 */
export async function deliveryRows(
  site: Site,
  effort: DeliveryEffort,
): Promise<Row[]> {
  const receiver = await openReceiver();
  const filled = await fillInOnce(site);
  await closeOtherDestinations(site);
  await openDestination(site, receiver.url, ["hundesteuer"]);
  await sendMany(site, filled, { series: "waiting", count: effort.sent });
  const worker = startChild(portalScript, {
    arguments: ["start", "worker"],
    environment: site.environment,
    nodeOptions: portalNodeOptions,
  });
  try {
    const rate = await throughput(worker.pid, receiver, effort.sent);
    return [rate, await delayRow(site, { receiver, filled, effort })];
  } finally {
    await endChild(worker);
    await receiver.close();
  }
}

/** Given Leistungen none: only what is piled up goes there. */
async function openDestination(
  site: Site,
  url: string,
  leistungSlugs: readonly string[],
): Promise<string> {
  const context = site.services.contextFor({
    tenantId: site.portal.tenantId,
    actor: systemActor,
  });
  const destinationId = newId();
  await context.transaction((db) =>
    putDestination(context, db, {
      destinationId,
      name: `Ziel ${destinationId}`,
      connectorKey: "webhook",
      options: { url, secret: randomBytes(24).toString("hex") },
      isEnabled: true,
      leistungSlugs,
    }),
  );
  return destinationId;
}

/** Those of the demo would get a delivery of each application, too. */
async function closeOtherDestinations(site: Site): Promise<void> {
  await asOwner(
    site,
    "update delivery.destination set enabled = false where tenant_id = current_setting('app.tenant_id')::uuid",
  );
}

/** From the first to the last that arrives, so that the start of the worker is left out. */
async function throughput(
  workerId: number | undefined,
  receiver: Receiver,
  sent: number,
): Promise<Row> {
  await receiver.until(1);
  const cpuBefore = cpuOf(workerId);
  await receiver.until(sent);
  const cpu = cpuOf(workerId) - cpuBefore;
  const times = [...receiver.arrivals.values()];
  const seconds = (Math.max(...times) - Math.min(...times)) / 1000;
  return {
    name: "deliveries by web hook, one worker",
    reached: `${(sent / seconds).toFixed(0)}/s`,
    detail: `${String(sent)} in ${seconds.toFixed(1)} s; ${(sent / cpu).toFixed(0)} for each second of a processor`,
    goal: "–",
    isReached: undefined,
  };
}

function cpuOf(processId: number | undefined): number {
  return (processId !== undefined && cpuSeconds(processId)) || Number.NaN;
}

type Delaying = {
  readonly receiver: Receiver;
  readonly filled: Filled;
  readonly effort: DeliveryEffort;
};

async function delayRow(site: Site, delaying: Delaying): Promise<Row> {
  const { rounds, dead } = delaying.effort;
  const deadId = await openDeadDestination(site);
  const alone: number[] = [];
  const beside: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    alone.push(await p95OfRound(site, delaying, `alone-${String(round)}`));
    await pileUp(site, deadId, dead);
    beside.push(await p95OfRound(site, delaying, `beside-${String(round)}`));
    await clearAway(site, deadId);
  }
  const ratio = median(beside.map((p95, round) => p95 / (alone[round] ?? p95)));
  const ms = (values: readonly number[]) => `${median(values).toFixed(0)} ms`;
  return {
    ...atMost(
      `delivery beside ${String(dead)} that wait for a dead destination, p95 against alone`,
      ratio * 100,
      { goal: 110, unit: "%" },
    ),
    detail: `${ms(beside)} against ${ms(alone)}`,
  };
}

/** Nobody listens there. */
async function openDeadDestination(site: Site): Promise<string> {
  return openDestination(
    site,
    `http://127.0.0.1:${String(await freePort())}/antraege`,
    [],
  );
}

/** Sends one application after the other at a steady pace; from the confirmation to the back office, in ms. */
async function p95OfRound(
  site: Site,
  { receiver, filled, effort: { samples } }: Delaying,
  series: string,
): Promise<number> {
  await seedDrafts(site, filled, { series, count: samples });
  const confirmedAt: number[] = [];
  const known = new Set(receiver.arrivals.keys());
  for (let index = 0; index < samples; index += 1) {
    const next = sleep(paceMs);
    await send(site, filled, draftKey(series, index));
    confirmedAt.push(performance.now());
    await next;
  }
  await receiver.until(known.size + samples);
  // Sent and arrived in the same order but for neighbours, which a quantile does not mind.
  const arrivedAt = [...receiver.arrivals]
    .flatMap(([key, at]) => (known.has(key) ? [] : [at]))
    .sort((a, b) => a - b);
  const delays = arrivedAt.map((at, index) => at - (confirmedAt[index] ?? at));
  return quantile(delays, 0.95);
}

async function sendMany(
  site: Site,
  filled: Filled,
  { series, count }: { readonly series: string; readonly count: number },
): Promise<void> {
  await seedDrafts(site, filled, { series, count });
  for (let index = 0; index < count; index += 1)
    await send(site, filled, draftKey(series, index));
}

async function send(site: Site, filled: Filled, key: string): Promise<void> {
  const answer = await site.recorder.inject({
    method: "POST",
    url: `${antragPath}/senden`,
    headers: { ...formHeaders(site), cookie: draftCookie(key) },
    payload: `bestaetigung=true&stand=${String(filled.revision)}`,
  });
  if (!String(answer.headers.location).endsWith("/gesendet"))
    throw new Error("bench: the application was not sent");
}

/** The first of them have an application behind them: those a worker gets to. */
async function pileUp(
  site: Site,
  destinationId: string,
  count: number,
): Promise<void> {
  await asOwner(
    site,
    `with sent as (
       select id, row_number() over (order by id) as number from submissions.submission
       where tenant_id = current_setting('app.tenant_id')::uuid
     ), written as (
       insert into delivery.delivery (submission_id, destination_id, reference, leistung_slug)
       select coalesce(sent.id, gen_random_uuid()), $1, 'bench', 'hundesteuer'
       from generate_series(1, $2::int) as wanted (number) left join sent using (number)
       order by number
       returning tenant_id, id, destination_id
     )
     insert into jobs.job (tenant_id, name, payload, unique_key, channel)
     select tenant_id, $3, jsonb_build_object('deliveryId', id), id, destination_id from written`,
    [destinationId, count, deliverJobName],
  );
  await asOwner(site, "analyze jobs.job");
  await asOwner(site, "analyze delivery.delivery");
}

async function clearAway(site: Site, destinationId: string): Promise<void> {
  await asOwner(site, "delete from jobs.job where channel = $1", [
    destinationId,
  ]);
  await asOwner(
    site,
    "delete from delivery.delivery where destination_id = $1",
    [destinationId],
  );
  await asOwner(site, "vacuum (analyze) jobs.job");
  await asOwner(site, "vacuum (analyze) delivery.delivery");
}
