import type { Selectable } from "kysely";
import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/values/id.ts";
import type { Arrival, ArrivalState } from "../domain/arrival.ts";
import type { Problem, Waiting } from "../domain/inbox.ts";
import type { ArrivalsTables } from "./tables.ts";

/** The row of one that waits outside, made when it is seen for the first time. */
export async function seeArrival(
  db: Db,
  tenantId: string,
  {
    sourceId,
    externalId,
    caseId,
    now,
  }: Waiting & { readonly sourceId: string; readonly now: Date },
): Promise<Arrival> {
  const tables = db.$extendTables<ArrivalsTables>();
  await tables
    .insertInto("arrivals.arrival")
    .values({
      tenant_id: tenantId,
      id: newId(now.getTime()),
      source_id: sourceId,
      external_id: externalId,
      case_id: caseId,
      state: "waiting",
      submission_id: newId(now.getTime()),
      first_seen_at: now,
      changed_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "source_id", "external_id"]).doNothing(),
    )
    .execute();
  const row = await tables
    .selectFrom("arrivals.arrival")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("source_id", "=", sourceId)
    .where("external_id", "=", externalId)
    .executeTakeFirstOrThrow();
  return arrivalOf(row);
}

export async function lockArrival(
  db: Db,
  tenantId: string,
  id: string,
): Promise<Arrival | undefined> {
  const row = await db
    .$extendTables<ArrivalsTables>()
    .selectFrom("arrivals.arrival")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && arrivalOf(row);
}

/** Of what was taken; undefined for what did not come from outside. */
export async function findBySubmission(
  db: Db,
  tenantId: string,
  submissionId: string,
): Promise<Arrival | undefined> {
  const row = await db
    .$extendTables<ArrivalsTables>()
    .selectFrom("arrivals.arrival")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("submission_id", "=", submissionId)
    .executeTakeFirst();
  return row && arrivalOf(row);
}

export type ChangedArrival = {
  readonly id: string;
  readonly state: ArrivalState;
  readonly now: Date;
  /** Left out: nothing hinders it. */
  readonly cause?: string | undefined;
  readonly problems?: readonly Problem[];
  readonly vorgangId?: string;
  /** Encrypted. */
  readonly evidence?: Buffer | undefined;
};

export async function changeArrival(
  db: Db,
  tenantId: string,
  { id, state, now, cause, problems, vorgangId, evidence }: ChangedArrival,
): Promise<void> {
  await db
    .$extendTables<ArrivalsTables>()
    .updateTable("arrivals.arrival")
    .set({
      state,
      changed_at: now,
      cause: cause ?? null,
      ...(problems && { problems: JSON.stringify(problems) }),
      ...(vorgangId !== undefined && { vorgang_id: vorgangId }),
      ...(evidence && { evidence }),
    })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .execute();
}

/** What is not settled at one source. */
export function listOpenArrivals(
  db: Db,
  tenantId: string,
  sourceId: string,
): Promise<readonly Arrival[]> {
  return list(db, tenantId, {
    sourceId,
    states: ["waiting", "taken", "rejecting", "contradicted"],
    limit: 500,
  });
}

/** What is not settled, or was refused: the newest first. */
export function listForPeople(
  db: Db,
  tenantId: string,
): Promise<readonly Arrival[]> {
  return list(db, tenantId, {
    sourceId: undefined,
    states: ["waiting", "taken", "rejecting", "contradicted", "rejected"],
    limit: 200,
  });
}

async function list(
  db: Db,
  tenantId: string,
  {
    sourceId,
    states,
    limit,
  }: {
    readonly sourceId: string | undefined;
    readonly states: readonly ArrivalState[];
    readonly limit: number;
  },
): Promise<readonly Arrival[]> {
  const rows = await db
    .$extendTables<ArrivalsTables>()
    .selectFrom("arrivals.arrival")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .$if(sourceId !== undefined, (query) =>
      query.where("source_id", "=", sourceId ?? ""),
    )
    .where("state", "in", states)
    .orderBy("changed_at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(arrivalOf);
}

/** How many came in and were accepted since. */
export async function countAccepted(
  db: Db,
  tenantId: string,
  since: Date,
): Promise<number> {
  const row = await db
    .$extendTables<ArrivalsTables>()
    .selectFrom("arrivals.arrival")
    .select((it) => it.fn.countAll<string>().as("count"))
    .where("tenant_id", "=", tenantId)
    .where("state", "=", "accepted")
    .where("first_seen_at", ">=", since)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Forgets what was noted of a submission. Gives how many rows. */
export async function deleteArrivals(
  db: Db,
  tenantId: string,
  submissionId: string,
): Promise<readonly string[]> {
  const rows = await db
    .$extendTables<ArrivalsTables>()
    .deleteFrom("arrivals.arrival")
    .where("tenant_id", "=", tenantId)
    .where("submission_id", "=", submissionId)
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}

const problems = z.array(
  z.object({
    type: z.string(),
    title: z.string(),
    detail: z.string(),
    instance: z.string(),
  }),
);

function arrivalOf(
  row: Selectable<ArrivalsTables["arrivals.arrival"]>,
): Arrival {
  return {
    id: row.id,
    sourceId: row.source_id,
    externalId: row.external_id,
    caseId: row.case_id,
    state: row.state,
    cause: row.cause ?? undefined,
    problems: problems.parse(row.problems ?? []),
    submissionId: row.submission_id,
    vorgangId: row.vorgang_id ?? undefined,
    firstSeenAt: row.first_seen_at,
    changedAt: row.changed_at,
  };
}
