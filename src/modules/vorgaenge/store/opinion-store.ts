import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Opinion, OpinionRequest } from "../domain/opinion.ts";
import type { VorgaengeTables } from "./tables.ts";

/** An opinion with its texts still encrypted. */
export type StoredOpinion = Omit<Opinion, "question" | "answer"> & {
  readonly encryptedQuestion: Buffer;
  readonly encryptedAnswer: Buffer | undefined;
};

export async function insertOpinion(
  db: Db,
  tenantId: string,
  opinion: StoredOpinion,
): Promise<void> {
  await db
    .$extendTables<VorgaengeTables>()
    .insertInto("vorgaenge.opinion")
    .values({
      tenant_id: tenantId,
      id: opinion.id,
      vorgang_id: opinion.vorgangId,
      asked_tenant_id: opinion.askedTenantId,
      asked_team_id: opinion.teamId ?? null,
      asked_staff_id: opinion.staffId ?? null,
      asked_by: opinion.askedBy,
      asked_at: opinion.askedAt,
      due_day: sql`${opinion.dueDay}::date`,
      sections: [...opinion.sections],
      file_ids: [...opinion.fileIds],
      question: opinion.encryptedQuestion,
    })
    .execute();
}

/** Opinions on a Vorgang, the oldest first. */
export async function listOpinions(
  db: Db,
  tenantId: string,
  vorgangId: string,
): Promise<StoredOpinion[]> {
  const rows = await selectOpinions(db, tenantId)
    .where("vorgang_id", "=", vorgangId)
    .orderBy("asked_at")
    .orderBy("id")
    .execute();
  return rows.map(opinionOf);
}

/** One opinion that this authority was asked for. */
export async function findOpinionAskedOf(
  db: Db,
  tenantId: string,
  asked: { readonly id: string; readonly askedTenantId: string },
): Promise<StoredOpinion | undefined> {
  const row = await selectOpinions(db, tenantId)
    .where("id", "=", asked.id)
    .where("asked_tenant_id", "=", asked.askedTenantId)
    .executeTakeFirst();
  return row && opinionOf(row);
}

function selectOpinions(db: Db, tenantId: string) {
  return db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.opinion")
    .selectAll()
    .select(sql<string>`due_day::text`.as("due"))
    .where("tenant_id", "=", tenantId);
}

type OpinionRow = Awaited<
  ReturnType<ReturnType<typeof selectOpinions>["executeTakeFirstOrThrow"]>
>;

function opinionOf(row: OpinionRow): StoredOpinion {
  return {
    id: row.id,
    vorgangId: row.vorgang_id,
    askedTenantId: row.asked_tenant_id,
    teamId: row.asked_team_id ?? undefined,
    staffId: row.asked_staff_id ?? undefined,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    dueDay: row.due,
    sections: row.sections,
    fileIds: row.file_ids,
    encryptedQuestion: row.question,
    encryptedAnswer: row.answer ?? undefined,
    answeredAt: row.answered_at ?? undefined,
    withdrawnAt: row.withdrawn_at ?? undefined,
  };
}

/** Writes the answer; false when there is one, or the question was taken back. */
export async function saveAnswer(
  db: Db,
  tenantId: string,
  answer: {
    readonly id: string;
    readonly encrypted: Buffer;
    readonly at: Date;
  },
): Promise<boolean> {
  const { rows } = await sql`
    update vorgaenge.opinion set answer = ${answer.encrypted}, answered_at = ${answer.at}
    where tenant_id = ${tenantId} and id = ${answer.id} and answered_at is null and withdrawn_at is null
    returning id
  `.execute(db);
  return rows.length === 1;
}

/** Takes an open question of this Vorgang back; undefined when it is answered or taken back already, or there is none. */
export async function withdrawOpinion(
  db: Db,
  tenantId: string,
  wanted: {
    readonly id: string;
    readonly vorgangId: string;
    readonly at: Date;
  },
): Promise<{ readonly askedTenantId: string } | undefined> {
  const { rows } = await sql<{ asked_tenant_id: string }>`
    update vorgaenge.opinion set withdrawn_at = ${wanted.at}
    where tenant_id = ${tenantId} and id = ${wanted.id} and vorgang_id = ${wanted.vorgangId}
      and answered_at is null and withdrawn_at is null
    returning asked_tenant_id
  `.execute(db);
  const [row] = rows;
  return row && { askedTenantId: row.asked_tenant_id };
}

export async function insertRequest(
  db: Db,
  tenantId: string,
  request: OpinionRequest & Pick<Opinion, "teamId" | "staffId">,
): Promise<void> {
  await db
    .$extendTables<VorgaengeTables>()
    .insertInto("vorgaenge.opinion_request")
    .values({
      tenant_id: tenantId,
      id: request.id,
      from_tenant_id: request.fromTenantId,
      team_id: request.teamId ?? null,
      staff_id: request.staffId ?? null,
      leistung_title: request.leistungTitle,
      asked_at: request.askedAt,
      due_day: sql`${request.dueDay}::date`,
    })
    .execute();
}

/** Whose requests somebody sees: their own, those of their teams, and those to the whole authority. */
export type RequestScope = {
  readonly staffIds: readonly string[];
  readonly teamIds: readonly string[];
};

/** What waits for an answer, the most urgent first. */
export async function listOpenRequests(
  db: Db,
  tenantId: string,
  scope: RequestScope,
): Promise<OpinionRequest[]> {
  const rows = await selectRequests(db, tenantId, scope)
    .orderBy("due_day")
    .orderBy("id")
    .limit(100)
    .execute();
  return rows.map(requestOf);
}

/** One request that waits for an answer; locked until the transaction ends. */
export async function findOpenRequest(
  db: Db,
  tenantId: string,
  { id, scope }: { readonly id: string; readonly scope: RequestScope },
): Promise<OpinionRequest | undefined> {
  const row = await selectRequests(db, tenantId, scope)
    .where("id", "=", id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && requestOf(row);
}

function selectRequests(db: Db, tenantId: string, scope: RequestScope) {
  return db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.opinion_request")
    .select(["id", "from_tenant_id", "leistung_title", "asked_at"])
    .select(sql<string>`due_day::text`.as("due"))
    .where("tenant_id", "=", tenantId)
    .where("ended_at", "is", null)
    .where(
      sql<boolean>`(staff_id = any(${[...scope.staffIds]}::uuid[]) or team_id = any(${[...scope.teamIds]}::uuid[])
        or (staff_id is null and team_id is null))`,
    );
}

function requestOf(row: {
  id: string;
  from_tenant_id: string;
  leistung_title: string;
  asked_at: Date;
  due: string;
}): OpinionRequest {
  return {
    id: row.id,
    fromTenantId: row.from_tenant_id,
    leistungTitle: row.leistung_title,
    askedAt: row.asked_at,
    dueDay: row.due,
  };
}

/** Takes a request off the list of whoever was asked. */
export async function endRequest(
  db: Db,
  tenantId: string,
  { id, at }: { readonly id: string; readonly at: Date },
): Promise<void> {
  await sql`
    update vorgaenge.opinion_request set ended_at = ${at}
    where tenant_id = ${tenantId} and id = ${id} and ended_at is null
  `.execute(db);
}
