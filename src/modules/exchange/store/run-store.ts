import type { Db } from "../../../platform/database/database.ts";
import type { GoneLeistung, ImportProblem } from "../domain/import-problem.ts";
import { reportSchema } from "./import-store.ts";
import type { ExchangeTables } from "./tables.ts";

export type ImportRun = {
  readonly id: string;
  readonly state: "reading" | "applied" | "refused";
  readonly startedAt: Date;
  readonly endedAt: Date | undefined;
  readonly counts: Readonly<Record<string, number>>;
  readonly refusal: string | undefined;
  readonly detail: string | undefined;
  /** How many records are read so far, of a run that is being read. */
  readonly readSoFar: number;
  readonly problems: readonly ImportProblem[];
  readonly gone: readonly GoneLeistung[];
};

function runs(db: Db, tenantId: string) {
  return db
    .$extendTables<ExchangeTables>()
    .selectFrom("exchange.import_run as run")
    .select(["run.id", "run.state", "run.report"])
    .select(["run.started_at", "run.ended_at"])
    .select((it) =>
      it
        .selectFrom("exchange.import_record as record")
        .select(({ fn }) => fn.max("record.position").as("position"))
        .whereRef("record.run_id", "=", "run.id")
        .where("record.tenant_id", "=", tenantId)
        .as("read_so_far"),
    )
    .where("run.tenant_id", "=", tenantId);
}

/** Imports of the tenant, newest first. */
export async function listRuns(
  db: Db,
  tenantId: string,
): Promise<readonly ImportRun[]> {
  const rows = await runs(db, tenantId)
    .orderBy("run.started_at", "desc")
    .limit(50)
    .execute();
  return rows.map(runOf);
}

export async function findRun(
  db: Db,
  tenantId: string,
  id: string,
): Promise<ImportRun | undefined> {
  const row = await runs(db, tenantId)
    .where("run.id", "=", id)
    .executeTakeFirst();
  return row && runOf(row);
}

type Row = {
  readonly id: string;
  readonly state: ImportRun["state"];
  readonly report: unknown;
  readonly started_at: Date;
  readonly ended_at: Date | null;
  readonly read_so_far: number | null;
};

function runOf(row: Row): ImportRun {
  const report = reportSchema.parse(row.report);
  return {
    id: row.id,
    state: row.state,
    startedAt: row.started_at,
    endedAt: row.ended_at ?? undefined,
    counts: report.counts,
    problems: report.problems,
    gone: report.gone ?? [],
    refusal: report.refusal,
    detail: report.detail,
    readSoFar: row.read_so_far ?? 0,
  };
}
