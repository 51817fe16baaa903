import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { visitorOf, type Reachable } from "../../src/main/testing/visitor.ts";
import type { ChildPortal } from "../../src/main/testing/child-portal.ts";
import {
  readDeliveredPackages,
  type DeliveredPackage,
} from "./delivered-packages.ts";
import type { Ledger } from "./ledger.ts";
import { drilledForm, drilledPortal } from "./write-applications.ts";

/** One promise of the portal, and what contradicts it. */
export type Finding = {
  readonly promise: string;
  readonly counted: number;
  readonly broken: readonly string[];
};

/** Whether nothing contradicts any promise. */
export const areKept = (findings: readonly Finding[]): boolean =>
  findings.every(({ broken }) => broken.length === 0);

/** Tells what contradicts a promise, ten of each at most. */
export function printBroken(findings: readonly Finding[]): void {
  for (const { promise, broken } of findings)
    for (const each of broken.slice(0, 10))
      console.log(`BROKEN: ${promise}: ${each}`);
}

export type CompareInput = {
  readonly portal: Reachable & Pick<ChildPortal, "dataDir">;
  readonly database: pg.Client;
  readonly ledger: Ledger;
};

/** Folder from which the back office fetches the drilled form. */
export function deliveryFolder({ dataDir }: Pick<ChildPortal, "dataDir">) {
  return path.join(dataDir, "zustellung", drilledPortal, drilledForm);
}

/** Compares what people were told with what is there, seen from the database, the web and the back office. */
export async function compare(input: CompareInput): Promise<Finding[]> {
  const { ledger, portal } = input;
  const { packages, leftovers } = await readDeliveredPackages(
    deliveryFolder(portal),
  );
  return [
    await findLost(input),
    await findUnverifiable(input),
    {
      promise: "sent again after a lost answer: the same reference",
      counted: ledger.cutOff,
      broken: ledger.surprises,
    },
    await findIncomplete(input),
    await findUndelivered(input),
    await findMissingMails(input),
    findDeliveredWrongly(ledger, packages),
    {
      promise: "every package is whole, by the hashes of its manifest",
      counted: packages.length,
      broken: [
        ...packages.filter(({ isWhole }) => !isWhole).map(({ key }) => key),
        ...leftovers,
      ],
    },
  ];
}

/** Waits until the worker has nothing left to do. False when it does not get there in time. */
export async function waitUntilDelivered(
  database: pg.Client,
  patienceMs: number,
): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    const { rows } = await database.query<{ open: number }>(
      "select count(*)::int as open from delivery.delivery where state = 'waiting'",
    );
    if (rows[0]?.open === 0) return true;
    await sleep(200);
  }
  return false;
}

async function findLost({ database, ledger }: CompareInput): Promise<Finding> {
  const references = await column(
    database,
    "select reference as value from submissions.submission",
  );
  return {
    promise: "every acknowledged application is in the database, once",
    counted: ledger.acknowledged.length,
    broken: ledger.acknowledged
      .map(({ reference }) => reference)
      .filter((reference) => count(references, reference) !== 1),
  };
}

async function findUnverifiable({
  portal,
  ledger,
}: CompareInput): Promise<Finding> {
  const visitor = visitorOf(portal, drilledPortal);
  const broken: string[] = [];
  for (const { reference } of ledger.acknowledged) {
    const { status } = await visitor.visit(`/quittung/${reference}`);
    if (status !== 200) broken.push(`${reference} (${String(status)})`);
  }
  return {
    promise: "the portal confirms every receipt at /quittung/…",
    counted: ledger.acknowledged.length,
    broken,
  };
}

/** One transaction wrote all of it or nothing. */
async function findIncomplete({ database }: CompareInput): Promise<Finding> {
  const all = await column(
    database,
    "select reference as value from submissions.submission",
  );
  const broken = await column(
    database,
    `select s.reference as value from submissions.submission s
     where (select count(*) from vorgaenge.vorgang v
            join vorgaenge.event e on e.tenant_id = v.tenant_id and e.vorgang_id = v.id and e.kind = 'received'
            where v.tenant_id = s.tenant_id and v.submission_id = s.id) <> 1
        or (select count(*) from delivery.delivery d where d.tenant_id = s.tenant_id and d.submission_id = s.id)
           <> (select count(*) from delivery.route r
               where r.tenant_id = s.tenant_id and r.leistung_slug in (s.leistung_slug, '*'))
        or not exists (select 1 from submissions.upload u where u.tenant_id = s.tenant_id and u.submission_id = s.id)
     union all
     select v.reference from vorgaenge.vorgang v
     where not exists (select 1 from submissions.submission s where s.tenant_id = v.tenant_id and s.id = v.submission_id)
     union all
     select d.reference from delivery.delivery d
     where not exists (select 1 from submissions.submission s where s.tenant_id = d.tenant_id and s.id = d.submission_id)`,
  );
  return {
    promise:
      "no submission without Vorgang, event, upload and deliveries, and none of these without it",
    counted: all.length,
    broken,
  };
}

async function findUndelivered({ database }: CompareInput): Promise<Finding> {
  const all = await column(
    database,
    "select id::text as value from delivery.delivery",
  );
  const broken = await column(
    database,
    `select reference || ' ' || state || coalesce(' ' || last_reason, '') as value from delivery.delivery where state <> 'delivered'
     union all
     select 'dead job ' || name || coalesce(' ' || last_error, '') from jobs.job where state = 'dead'`,
  );
  return {
    promise: "every delivery reaches the state “delivered”, no job is dead",
    counted: all.length,
    broken,
  };
}

async function findMissingMails({ database }: CompareInput): Promise<Finding> {
  const kinds = await column(
    database,
    "select kind || ' ' || count(*) as value from mail.message group by kind",
  );
  const [submissions = "0"] = await column(
    database,
    "select count(*)::text as value from submissions.submission",
  );
  return {
    promise: "one mail of each kind for each submission",
    counted: kinds.length,
    broken: [
      ...(kinds.length < 2 ? ["a kind of mail is missing"] : []),
      ...kinds.filter((kind) => !kind.endsWith(` ${submissions}`)),
    ],
  };
}

export function findDeliveredWrongly(
  { acknowledged }: Ledger,
  packages: readonly DeliveredPackage[],
): Finding {
  const keys = packages.map(({ key }) => key);
  const delivered = new Set(
    packages.map(({ key, reference }) => `${key} ${reference}`),
  );
  return {
    promise: "the back office has every acknowledged application, once",
    counted: packages.length,
    broken: [
      ...acknowledged
        .filter(({ key, reference }) => !delivered.has(`${key} ${reference}`))
        .map(({ key, reference }) => `${key} ${reference} missing`),
      ...keys
        .filter((key, index) => keys.indexOf(key) !== index)
        .map((key) => `${key} doubled`),
    ],
  };
}

function count(list: readonly string[], value: string): number {
  return list.filter((entry) => entry === value).length;
}

async function column(database: pg.Client, sql: string): Promise<string[]> {
  const { rows } = await database.query<{ value: string }>(sql);
  return rows.map(({ value }) => value);
}
