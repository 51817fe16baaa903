import { setTimeout as sleep } from "node:timers/promises";
import type { DatabaseAddress } from "../../../src/platform/database/database.ts";
import type { Finding } from "../compare.ts";
import type { Arrived } from "./arrivals.ts";
import type { ConfirmedVersion, DeliveriesLedger } from "./ledger.ts";
import { queryOnce } from "./query-once.ts";

export type SettleInput = {
  readonly database: DatabaseAddress;
  readonly withinMs: number;
  /** In place of minutes of waiting: what waits is due, and no destination is given up for a while. For tests. */
  readonly hurries: boolean;
};

/** Waits until nothing is under way any more. False when it does not get there in time. Nobody does anything meanwhile, unless it hurries. */
export async function settle(input: SettleInput): Promise<boolean> {
  const deadline = performance.now() + input.withinMs;
  while (performance.now() < deadline) {
    if ((await countOpen(input.database)) === 0) return true;
    if (input.hurries) await hurry(input.database);
    await sleep(input.hurries ? 250 : 2_000);
  }
  return false;
}

/** Of all deliveries, so many have not arrived; all, while the database cannot be asked. */
export async function shareOnTheWay(
  database: DatabaseAddress,
): Promise<number> {
  const [row] = await queryOnce<{ share: number }>(
    database,
    "select coalesce(avg((state = 'waiting')::int), 1)::float8 as share from delivery.delivery",
  ).catch(() => []);
  return row?.share ?? 1;
}

/** Deliveries without an end, and destinations that are given up for a while. */
async function countOpen(database: DatabaseAddress): Promise<number> {
  const [row] = await queryOnce<{ open: number }>(
    database,
    `select (select count(*) from delivery.delivery where state in ('waiting', 'accepted'))::int
       + (select count(*) from delivery.destination where open_until is not null)::int as open`,
  );
  return row?.open ?? Infinity;
}

async function hurry(database: DatabaseAddress): Promise<void> {
  await queryOnce(
    database,
    "update jobs.job set run_at = now() where id in (select id from jobs.job where state = 'waiting' and run_at > now() for update skip locked)",
  );
  await queryOnce(
    database,
    "update jobs.channel set held_until = '-infinity' where held_until <> 'infinity'",
  );
}

export type JudgeInput = {
  readonly database: DatabaseAddress;
  readonly ledger: DeliveriesLedger;
  readonly arrived: readonly Arrived[];
};

/** Compares what people were told with what the back offices have, and with what the portal says of itself. */
export async function judgeDeliveries(
  input: JudgeInput,
): Promise<readonly Finding[]> {
  const { ledger, arrived } = input;
  return [
    {
      promise: "what is sent again because no answer came: once",
      counted: ledger.cutOff,
      broken: [...ledger.surprises, ...doubled(ledger.versions.map(nameOf))],
    },
    ...arrived.flatMap((one) => findingsAt(one, ledger)),
    await findUndelivered(input),
    await findOpen(input),
  ];
}

const nameOf = ({ reference, marker }: { reference: string; marker: string }) =>
  `${reference} ${marker}`;

function doubled(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.size === seen.add(name).size);
}

function findingsAt(
  { destination, records, leftovers }: Arrived,
  { versions }: DeliveriesLedger,
): readonly Finding[] {
  const names = records.map(nameOf);
  const there = new Set(names);
  const confirmed = new Set(versions.map(nameOf));
  return [
    {
      promise: `${destination}: every confirmed version is there, once`,
      counted: versions.length,
      broken: [
        ...versions
          .map(nameOf)
          .filter((name) => !there.has(name))
          .map((name) => `${name} missing`),
        ...doubled(names).map((name) => `${name} doubled`),
      ],
    },
    {
      promise: `${destination}: nothing else is there, and nothing half`,
      counted: records.length,
      broken: [
        ...names
          .filter((name) => !confirmed.has(name))
          .map((name) => `${name} unknown`),
        ...records
          .filter(({ isWhole }) => !isWhole)
          .map((record) => `${nameOf(record)} not whole`),
        ...leftovers,
      ],
    },
    findDisorder(destination, names, versions),
  ];
}

/** The versions of one application, as they came. */
function findDisorder(
  destination: string,
  names: readonly string[],
  versions: readonly ConfirmedVersion[],
): Finding {
  const versionOf = new Map(
    versions.map((one) => [nameOf(one), one.version] as const),
  );
  const last = new Map<string, number>();
  const broken: string[] = [];
  for (const name of names) {
    const [reference = ""] = name.split(" ");
    const version = versionOf.get(name) ?? 0;
    if (version < (last.get(reference) ?? 0)) broken.push(name);
    last.set(reference, version);
  }
  const counted = versions.filter(({ version }) => version > 1).length;
  return {
    promise: `${destination}: a correction never comes before what it corrects`,
    counted,
    broken,
  };
}

/** By the portal's own books: a delivery for each version and destination, each delivered; nothing left for a person. */
async function findUndelivered({
  database,
  ledger,
}: JudgeInput): Promise<Finding> {
  const rows = await queryOnce<{ value: string }>(
    database,
    `select reference || ' v' || version || ' ' || state || coalesce(' ' || last_reason, '') as value
       from delivery.delivery where state <> 'delivered'
     union all
     select reference || ' has ' || count(*) || ' deliveries' from delivery.delivery
       group by tenant_id, submission_id, reference
       having count(*) <> max(version) * count(distinct destination_id)`,
  );
  const [all] = await queryOnce<{ count: number; references: number }>(
    database,
    'select count(*)::int as count, count(distinct reference)::int as "references" from delivery.delivery',
  );
  const expected = ledger.acknowledged.length;
  const found = all?.references ?? 0;
  return {
    promise: "every delivery reaches the state “delivered” without a person",
    counted: all?.count ?? 0,
    broken: [
      ...rows.map(({ value }) => value),
      ...(found === expected
        ? []
        : [`${found} applications are delivered, ${expected} confirmed`]),
    ],
  };
}

async function findOpen({ database }: JudgeInput): Promise<Finding> {
  const rows = await queryOnce<{ value: string }>(
    database,
    `select 'dead job ' || name || coalesce(' ' || last_error, '') as value from jobs.job where state = 'dead'
     union all
     select 'circuit open: ' || name from delivery.destination where open_until is not null or failures > 0
     union all
     select 'job waits: ' || name from jobs.job where name = 'delivery.deliver'`,
  );
  const [all] = await queryOnce<{ count: number }>(
    database,
    "select count(*)::int as count from delivery.destination",
  );
  return {
    promise: "no dead job, every circuit is closed, the queue is empty",
    counted: all?.count ?? 0,
    broken: rows.map(({ value }) => value),
  };
}
