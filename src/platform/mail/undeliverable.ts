import { sql } from "kysely";
import type { Context } from "../context/context.ts";
import type { Db } from "../database/database.ts";

/** What an address is looked up by: the same for the same address, and nothing to who has the database only. */
export function addressHash(
  { cipher }: Pick<Context, "cipher">,
  address: string,
): Promise<Buffer> {
  return cipher.fingerprint(
    address.normalize("NFC").trim().toLowerCase(),
    "mail.address",
  );
}

export type Undeliverable = { readonly since: Date; readonly fault: string };

/** Marks an address that takes no mail; the first mark stays. */
export async function markUndeliverable(
  { tenantId, now }: Pick<Context, "tenantId" | "now">,
  db: Db,
  { hash, fault }: { readonly hash: Buffer; readonly fault: string },
): Promise<void> {
  await sql`
    insert into mail.undeliverable (tenant_id, address_hash, fault, since)
    values (${tenantId}::uuid, ${hash}, ${fault}, ${now}) on conflict do nothing
  `.execute(db);
}

/** Since when an address takes no mail, as far as is known. */
export async function findUndeliverable(
  { tenantId }: Pick<Context, "tenantId">,
  db: Db,
  hash: Buffer,
): Promise<Undeliverable | undefined> {
  const { rows } = await sql<Undeliverable>`
    select since, fault from mail.undeliverable
    where tenant_id = ${tenantId}::uuid and address_hash = ${hash}
  `.execute(db);
  return rows[0];
}

/** Takes the mark away: somebody says that mail arrives again. */
export async function clearUndeliverable(
  { tenantId }: Pick<Context, "tenantId">,
  db: Db,
  hash: Buffer,
): Promise<void> {
  await sql`
    delete from mail.undeliverable where tenant_id = ${tenantId}::uuid and address_hash = ${hash}
  `.execute(db);
}
