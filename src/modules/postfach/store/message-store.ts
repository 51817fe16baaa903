import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { MessageKind } from "../domain/message.ts";
import type { PostfachTables } from "./tables.ts";

export type StoredMessage = {
  thread_id: string;
  position: number;
  id: string;
  kind: MessageKind;
  at: Date;
  body: Buffer | null;
  first_retrieved_at: Date | null;
};

/** Messages of some threads, in their order. */
export function listMessages(
  db: Db,
  tenantId: string,
  threadIds: readonly string[],
): Promise<StoredMessage[]> {
  return messages(db, tenantId)
    .where("thread_id", "in", [...threadIds])
    .orderBy("thread_id")
    .orderBy("position")
    .execute();
}

export function findMessage(
  db: Db,
  tenantId: string,
  messageId: string,
): Promise<StoredMessage | undefined> {
  return messages(db, tenantId).where("id", "=", messageId).executeTakeFirst();
}

function messages(db: Db, tenantId: string) {
  return db
    .$extendTables<PostfachTables>()
    .selectFrom("postfach.message")
    .select([
      "thread_id",
      "position",
      "id",
      "kind",
      "at",
      "body",
      "first_retrieved_at",
    ])
    .where("tenant_id", "=", tenantId);
}

export type NewAnswer = {
  readonly threadId: string;
  readonly position: number;
  readonly id: string;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorId: string;
  readonly body: Buffer;
};

export async function insertAnswer(
  db: Db,
  tenantId: string,
  answer: NewAnswer,
): Promise<void> {
  await sql`
    insert into postfach.message (tenant_id, thread_id, position, id, kind, at, actor_kind, actor_id, body)
    values (${tenantId}::uuid, ${answer.threadId}::uuid, ${answer.position}, ${answer.id}::uuid, 'answer', ${answer.at},
      ${answer.actorKind}, ${answer.actorId}, ${answer.body})
  `.execute(db);
}

/** Notes the first retrieval of messages; gives those for which it was the first. */
export async function markRetrieved(
  db: Db,
  tenantId: string,
  {
    messageIds,
    at,
  }: { readonly messageIds: readonly string[]; readonly at: Date },
): Promise<readonly string[]> {
  const rows = await db
    .$extendTables<PostfachTables>()
    .updateTable("postfach.message")
    .set({ first_retrieved_at: at })
    .where("tenant_id", "=", tenantId)
    .where("id", "in", [...messageIds])
    .where("first_retrieved_at", "is", null)
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}
