import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import type { DirectoryRecord } from "../domain/directory.ts";
import type { GoneLeistung, ImportProblem } from "../domain/import-problem.ts";
import type { ExchangeTables } from "./tables.ts";

/** What came of an import. */
export type ImportReport = {
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly ImportProblem[];
  /** Leistungen that the source does not deliver any more, the first ones. */
  readonly gone?: readonly GoneLeistung[] | undefined;
  /** Why nothing was changed. */
  readonly refusal?: string | undefined;
  readonly detail?: string | undefined;
};

/** Begins to read, or goes on where the same source was interrupted: `position` is how many records are read already. */
export async function beginRun(
  db: Db,
  tenantId: string,
  run: {
    readonly id: string;
    readonly source: string;
    readonly fingerprint: string;
    readonly startedAt: Date;
  },
): Promise<{ runId: string; position: number }> {
  const known = await db
    .$extendTables<ExchangeTables>()
    .selectFrom("exchange.import_run as run")
    .select("run.id")
    .select((it) =>
      it
        .selectFrom("exchange.import_record as record")
        .select(({ fn }) => fn.max("record.position").as("position"))
        .whereRef("record.run_id", "=", "run.id")
        .where("record.tenant_id", "=", tenantId)
        .as("position"),
    )
    .where("run.tenant_id", "=", tenantId)
    .where("run.source", "=", run.source)
    .where("run.fingerprint", "=", run.fingerprint)
    .where("run.state", "=", "reading")
    .executeTakeFirst();
  if (known) return { runId: known.id, position: known.position ?? 0 };
  // What was interrupted and is no longer delivered in that form is not gone on with any more.
  await db
    .$extendTables<ExchangeTables>()
    .deleteFrom("exchange.import_run")
    .where("tenant_id", "=", tenantId)
    .where("source", "=", run.source)
    .where("state", "=", "reading")
    .execute();
  await db
    .$extendTables<ExchangeTables>()
    .insertInto("exchange.import_run")
    .values({
      tenant_id: tenantId,
      id: run.id,
      source: run.source,
      fingerprint: run.fingerprint,
      state: "reading",
      started_at: run.startedAt,
    })
    .execute();
  return { runId: run.id, position: 0 };
}

/** Keeps a run to this transaction; its report where somebody else has ended it already. */
export async function lockRun(
  db: Db,
  tenantId: string,
  id: string,
): Promise<ImportReport | undefined> {
  const run = await db
    .$extendTables<ExchangeTables>()
    .selectFrom("exchange.import_run")
    .select(["state", "report"])
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!run) return { counts: {}, problems: [] };
  return run.state === "reading" ? undefined : reportSchema.parse(run.report);
}

/** Reports of older runs may say less. */
export const reportSchema: z.ZodType<ImportReport> = z.object({
  counts: z.record(z.string(), z.number()).default({}),
  problems: z
    .array(
      z.object({
        line: z.number(),
        element: z.string(),
        problem: z.string(),
        file: z.string().optional(),
        name: z.string().optional(),
        key: z.string().optional(),
        detail: z.string().optional(),
      }),
    )
    .default([]),
  gone: z
    .array(z.object({ id: z.string(), title: z.string(), isKept: z.boolean() }))
    .default([]),
  refusal: z.string().optional(),
  detail: z.string().optional(),
});

export type StagedRecord = DirectoryRecord & { readonly position: number };

/** Keeps records that were read; nobody sees them before the run is applied. */
export async function stageRecords(
  db: Db,
  tenantId: string,
  { runId, records }: { runId: string; records: readonly StagedRecord[] },
): Promise<void> {
  await sql`
    insert into exchange.import_record (tenant_id, run_id, position, kind, key, content, areas)
    select ${tenantId}::uuid, ${runId}::uuid, position, kind, key, nullif(content, 'null'), areas
    from jsonb_to_recordset(${JSON.stringify(
      records.map(({ areas, ...record }) => ({
        ...record,
        areas: areas.map(({ leistungKey, area }) => [leistungKey, area]),
      })),
    )}::jsonb) as given (position int, kind text, key text, content jsonb, areas jsonb)
    on conflict do nothing
  `.execute(db);
}

/** Ends a run and forgets what it had read; of a source the newest 50 reports stay. */
export async function endRun(
  db: Db,
  tenantId: string,
  run: {
    readonly id: string;
    readonly state: "applied" | "refused";
    readonly report: ImportReport;
    readonly endedAt: Date;
  },
): Promise<void> {
  await sql`
    delete from exchange.import_record where tenant_id = ${tenantId}::uuid and run_id = ${run.id}::uuid
  `.execute(db);
  await db
    .$extendTables<ExchangeTables>()
    .updateTable("exchange.import_run")
    .set({
      state: run.state,
      report: JSON.stringify(run.report),
      ended_at: run.endedAt,
    })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", run.id)
    .execute();
  await sql`
    delete from exchange.import_run where tenant_id = ${tenantId}::uuid and id in (
      select id from exchange.import_run
      where tenant_id = ${tenantId}::uuid and state <> 'reading'
      order by started_at desc offset 50)
  `.execute(db);
}
