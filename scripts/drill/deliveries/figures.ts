import type { DatabaseAddress } from "../../../src/platform/database/database.ts";
import { faultNames, type FaultName } from "./faults.ts";
import { readJournal } from "./journal.ts";
import { killNames, type Kill, type KillName } from "./kill-at-random.ts";
import { queryOnce } from "./query-once.ts";
import { callsFile, notedCall } from "./receiver-settings.ts";
import type { DeliveriesResult } from "./run-deliveries.ts";
import type { Stage } from "./stage.ts";

/** What is told of a run besides the promises. */
export type DeliveriesFigures = {
  readonly attempts: readonly AttemptFigures[];
  readonly calls: Readonly<Record<"webhook" | "fitConnect", number>>;
  readonly faults: readonly (readonly [FaultName, number])[];
  readonly kills: readonly KillFigures[];
  readonly delays: readonly DelayFigures[];
};

export type AttemptFigures = {
  readonly destination: string;
  readonly deliveries: number;
  readonly attempts: number;
  /** Of one delivery. */
  readonly most: number;
  /** They ended with their worker or the database: nobody could note what came of them. */
  readonly cutOff: number;
};

export type KillFigures = {
  readonly name: KillName;
  readonly times: number;
  /** Until what it had to do was done again: a confirmation, or a record at the receiver. */
  readonly medianMs: number;
  readonly worstMs: number;
};

export type DelayFigures = {
  readonly destination: string;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly worstMs: number;
};

export async function readFigures(
  { receivers, database }: Pick<Stage, "receivers" | "database">,
  result: DeliveriesResult,
): Promise<DeliveriesFigures> {
  const { webhook, fitConnect } = receivers;
  const calls = {
    webhook: await readJournal(callsFile(webhook.folder), notedCall),
    fitConnect: await readJournal(callsFile(fitConnect.folder), notedCall),
  };
  const met = [...calls.webhook, ...calls.fitConnect].map(({ fault }) => fault);
  return {
    attempts: await attemptFigures(database),
    calls: {
      webhook: calls.webhook.length,
      fitConnect: calls.fitConnect.length,
    },
    faults: faultNames.map((name) => [
      name,
      met.filter((fault) => fault === name).length,
    ]),
    kills: killFigures(result),
    delays: delayFigures(result),
  };
}

async function attemptFigures(
  database: DatabaseAddress,
): Promise<readonly AttemptFigures[]> {
  return queryOnce<AttemptFigures>(
    database,
    `select destination.name as destination, count(distinct delivery.id)::int as deliveries, count(attempt.number)::int as attempts,
       max(delivery.attempts)::int as most, (count(attempt.number) filter (where attempt.ended_at is null))::int as "cutOff"
     from delivery.delivery
     join delivery.destination on destination.id = delivery.destination_id
     left join delivery.attempt on attempt.delivery_id = delivery.id
     group by destination.name order by destination.name`,
  );
}

function killFigures({
  kills,
  ledger,
  arrived,
}: DeliveriesResult): readonly KillFigures[] {
  const confirmations = ledger.versions.map(({ atMs }) => atMs);
  const recordsAt = new Map<string, readonly number[]>(
    arrived.map(({ destination, records }) => [
      destination,
      records.map(({ atMs }) => atMs),
    ]),
  );
  const all = [...recordsAt.values()].flat();
  const signs = (name: KillName): readonly number[] => {
    if (name === "worker") return all;
    return recordsAt.get(name) ?? confirmations;
  };
  return killNames
    .map((name) => {
      const own = kills.filter((kill) => kill.name === name);
      const times = own
        .map((kill) => backAfter(kill, signs(name)))
        .toSorted((a, b) => a - b);
      return {
        name,
        times: own.length,
        medianMs: times[Math.floor(times.length / 2)] ?? 0,
        worstMs: times.at(-1) ?? 0,
      };
    })
    .filter(({ times }) => times > 0);
}

/** From the kill to the first sign of life; without one, until it ran again. */
function backAfter({ atMs, backAtMs }: Kill, signs: readonly number[]): number {
  const next = Math.min(...signs.filter((sign) => sign > atMs));
  return (Number.isFinite(next) ? next : backAtMs) - atMs;
}

function delayFigures({
  ledger,
  arrived,
}: DeliveriesResult): readonly DelayFigures[] {
  return arrived.map(({ destination, records }) => {
    const arrivedAt = new Map(
      records.map(({ marker, atMs }) => [marker, atMs]),
    );
    const delays = ledger.versions
      .map(({ marker, atMs }) => (arrivedAt.get(marker) ?? atMs) - atMs)
      // It may be there before its confirmation has come through.
      .map((ms) => Math.max(ms, 0))
      .toSorted((a, b) => a - b);
    const at = (share: number) =>
      delays[Math.min(delays.length - 1, Math.floor(delays.length * share))] ??
      0;
    return {
      destination,
      medianMs: at(0.5),
      p95Ms: at(0.95),
      worstMs: at(1),
    };
  });
}
