import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";

/** What was taken away of one thread. */
export type RemovedThread = {
  readonly messageIds: readonly string[];
  readonly fileIds: readonly string[];
};

/** Takes away the thread about a submission with all that was written in it; the database refuses it outside of a deletion. */
export async function deleteThread(
  db: Db,
  tenantId: string,
  submissionId: string,
): Promise<RemovedThread> {
  const ofThread = sql`tenant_id = ${tenantId} and thread_id in (
    select id from postfach.thread where tenant_id = ${tenantId} and submission_id = ${submissionId}
  )`;
  const ofMessage = sql`tenant_id = ${tenantId} and message_id in (
    select id from postfach.message where ${ofThread}
  )`;
  const { rows: documents } = await sql<{ id: string }>`
    delete from postfach.document where ${ofThread} returning id
  `.execute(db);
  await sql`delete from postfach.contact_task where ${ofThread}`.execute(db);
  await sql`delete from postfach.contact_task where ${ofThread}`.execute(db);
  await sql`delete from postfach.answer_draft where ${ofThread}`.execute(db);
  await sql`delete from postfach.mirror where ${ofMessage}`.execute(db);
  await sql`delete from postfach.notice where ${ofMessage}`.execute(db);
  await sql`delete from postfach.office_task where ${ofMessage}`.execute(db);
  await sql`delete from postfach.provision where ${ofMessage}`.execute(db);
  const { rows: messages } = await sql<{ id: string }>`
    delete from postfach.message where ${ofThread} returning id
  `.execute(db);
  await sql`
    delete from postfach.thread where tenant_id = ${tenantId} and submission_id = ${submissionId}
  `.execute(db);
  return {
    messageIds: messages.map(({ id }) => id),
    fileIds: documents.map(({ id }) => id),
  };
}
