import pg from "pg";
import type { DatabaseAddress } from "../../../platform/database/database.ts";

/** One id for each mail in the outbox; fails the test when notes and mails do not agree. */
export async function listNoticedIds(
  address: DatabaseAddress,
  tenantId: string,
): Promise<string[]> {
  const notices = await query<{ delivery_id: string }>(
    address,
    "select delivery_id from delivery.notice where tenant_id = $1",
    tenantId,
  );
  const mails = await findStoredMails(address, tenantId);
  if (mails.length !== notices.length)
    throw new Error(`${mails.length} mails for ${notices.length} notices`);
  return notices.map((row) => row.delivery_id);
}

export function findStoredMails(
  address: DatabaseAddress,
  tenantId: string,
): Promise<{ id: string; content: Buffer }[]> {
  return query(
    address,
    "select id, content from mail.message where tenant_id = $1",
    tenantId,
  );
}

/** As the owner of the database, past row-level security. */
async function query<Row>(
  address: DatabaseAddress,
  sql: string,
  tenantId: string,
): Promise<Row[]> {
  const client = new pg.Client({ ...address });
  await client.connect();
  try {
    return (await client.query(sql, [tenantId])).rows as Row[];
  } finally {
    await client.end();
  }
}
