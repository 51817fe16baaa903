import { sql } from "kysely";
import type { Db } from "../database/database.ts";

export type StoredMail = {
  id: string;
  tenant_id: string;
  content: Buffer | null;
  kind: string;
  state: "waiting" | "sent" | "kept" | "failed" | "undeliverable";
  created_at: Date;
  about_kind: string | null;
  about_id: string | null;
  /** Null for mails written before it was kept. */
  address_hash: Buffer | null;
  fault: string | null;
};

const columns = sql`id, tenant_id, content, kind, state, created_at, about_kind, about_id, address_hash, fault`;

export async function findMailForUpdate(
  db: Db,
  messageId: string,
): Promise<StoredMail | undefined> {
  const { rows } = await sql<StoredMail>`
    select ${columns} from mail.message where id = ${messageId} for update
  `.execute(db);
  return rows[0];
}

export async function findMail(
  db: Db,
  messageId: string,
): Promise<StoredMail | undefined> {
  const { rows } = await sql<StoredMail>`
    select ${columns} from mail.message where id = ${messageId}
  `.execute(db);
  return rows[0];
}

/** Notes that the mail left the house; its content is of no use any more and is emptied. */
export async function markMailSent(
  db: Db,
  messageId: string,
  at: Date,
): Promise<void> {
  await sql`update mail.message set state = 'sent', sent_at = ${at}, content = null where id = ${messageId}`.execute(
    db,
  );
}

/** Keeps the mail for the operator's page: no SMTP server is set, or the server refused it for good. */
export async function markMailHeld(
  db: Db,
  messageId: string,
  state: "kept" | "failed",
): Promise<void> {
  await sql`update mail.message set state = ${state} where id = ${messageId}`.execute(
    db,
  );
}

/** Notes once that a mail did not arrive; false when that was known. */
export async function markMailUndeliverable(
  db: Db,
  messageId: string,
  fault: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update mail.message set state = 'undeliverable', fault = ${fault}
    where id = ${messageId} and state <> 'undeliverable'
  `.execute(db);
  return numAffectedRows === 1n;
}

/** The newest messages of all portals, for the operator; those older than one of them when told. */
export async function listNewestMails(
  db: Db,
  limit: number,
  before?: string,
): Promise<StoredMail[]> {
  const { rows } = await sql<StoredMail>`
    select ${columns} from mail.message
    where ${before ?? null}::uuid is null
      or (created_at, id) < (select known.created_at, known.id from mail.message known where known.id = ${before ?? null}::uuid)
    order by created_at desc, id desc limit ${limit}
  `.execute(db);
  return rows;
}

/** Removes mails written before: kept and refused ones hold addresses and private links. Gives how many. */
export async function removeMailsBefore(db: Db, before: Date): Promise<number> {
  const { numAffectedRows } =
    await sql`delete from mail.message where created_at < ${before}`.execute(
      db,
    );
  return Number(numAffectedRows ?? 0n);
}

/** Removes mails that are about one of these, sent or not; gives their ids. */
export async function removeMailsAbout(
  db: Db,
  tenantId: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from mail.message where tenant_id = ${tenantId} and about_id = any(${[...ids]}::uuid[]) returning id
  `.execute(db);
  return rows.map(({ id }) => id);
}
