import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Figures } from "../domain/figures.ts";
import type { OperationTables } from "./tables.ts";

const tables = (db: Db) => db.$extendTables<OperationTables>();

export type WatchedProcess = {
  readonly id: string;
  readonly servesWeb: boolean;
  readonly worksQueue: boolean;
  readonly version: string;
  readonly startedAt: Date;
  readonly seenAt: Date;
};

/** Notes that a process is there. */
export async function noteProcess(
  db: Db,
  process: WatchedProcess,
): Promise<void> {
  await sql`
    insert into operation.process (id, serves_web, works_queue, version, started_at, seen_at)
    values (${process.id}, ${process.servesWeb}, ${process.worksQueue}, ${process.version}, ${process.startedAt}, ${process.seenAt})
    on conflict (id) do update set seen_at = excluded.seen_at
  `.execute(db);
}

export async function removeProcess(db: Db, id: string): Promise<void> {
  await tables(db)
    .deleteFrom("operation.process")
    .where("id", "=", id)
    .execute();
}

/** Those that are there, and those that were not seen to stop, the newest first. */
export async function listProcesses(
  db: Db,
): Promise<readonly WatchedProcess[]> {
  const { rows } = await sql<WatchedProcess>`
    select id, serves_web as "servesWeb", works_queue as "worksQueue", version, started_at as "startedAt", seen_at as "seenAt"
    from operation.process order by serves_web desc, started_at desc limit 200
  `.execute(db);
  return rows;
}

/** Adds to what other processes counted in the same step. */
export async function addFaults(
  db: Db,
  step: Date,
  counts: ReadonlyMap<string, number>,
): Promise<void> {
  await sql`
    insert into operation.fault (step, kind, count)
    select ${step}, kind, count from unnest(${[...counts.keys()]}::text[], ${[...counts.values()]}::int[]) as given (kind, count)
    on conflict (step, kind) do update set count = fault.count + excluded.count
  `.execute(db);
}

/** Changes nothing where there is one of that moment already. */
export async function saveSample(
  db: Db,
  takenAt: Date,
  figures: Figures,
): Promise<void> {
  await sql`
    insert into operation.sample (taken_at, figures) values (${takenAt}, ${JSON.stringify(figures)}::jsonb)
    on conflict (taken_at) do nothing
  `.execute(db);
}

export async function hasSample(db: Db, takenAt: Date): Promise<boolean> {
  const found = await tables(db)
    .selectFrom("operation.sample")
    .select("taken_at")
    .where("taken_at", "=", takenAt)
    .executeTakeFirst();
  return found !== undefined;
}

/** Removes what is older than plots go back, and processes that ended unseen long ago. */
export async function removeOld(
  db: Db,
  {
    before,
    unseenSince,
  }: { readonly before: Date; readonly unseenSince: Date },
): Promise<void> {
  const known = tables(db);
  await known
    .deleteFrom("operation.sample")
    .where("taken_at", "<", before)
    .execute();
  await known
    .deleteFrom("operation.fault")
    .where("step", "<", before)
    .execute();
  await known
    .deleteFrom("operation.process")
    .where("seen_at", "<", unseenSince)
    .execute();
}
