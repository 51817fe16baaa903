import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";

export type StoredPhone = {
  /** Encrypted. */
  number: Buffer;
  code_hash: Buffer | null;
  code_until: Date | null;
  wrong_codes: number;
  confirmed_at: Date | null;
};

export async function findPhone(
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<StoredPhone | undefined> {
  const { rows } = await sql<StoredPhone>`
    select number, code_hash, code_until, wrong_codes, confirmed_at from notices.phone
    where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid
  `.execute(db);
  return rows[0];
}

/** A number that is not confirmed yet takes the place of whatever was there. */
export async function savePhone(
  db: Db,
  tenantId: string,
  phone: {
    readonly accountId: string;
    readonly number: Buffer;
    readonly codeHash: Buffer;
    readonly codeUntil: Date;
  },
): Promise<void> {
  await sql`
    insert into notices.phone (tenant_id, account_id, number, code_hash, code_until)
    values (${tenantId}::uuid, ${phone.accountId}::uuid, ${phone.number}, ${phone.codeHash}, ${phone.codeUntil})
    on conflict (tenant_id, account_id) do update set number = excluded.number, code_hash = excluded.code_hash,
      code_until = excluded.code_until, wrong_codes = 0, confirmed_at = null
  `.execute(db);
}

/** True when this was the code, which counts once; else one more wrong one is counted. */
export async function tryCode(
  db: Db,
  tenantId: string,
  tried: {
    readonly accountId: string;
    readonly codeHash: Buffer;
    readonly at: Date;
    readonly mostWrong: number;
  },
): Promise<boolean> {
  const { rows } = await sql<{ is_right: boolean }>`
    update notices.phone set
      confirmed_at = case when code_hash = ${tried.codeHash} then ${tried.at}::timestamptz end,
      wrong_codes = wrong_codes + case when code_hash = ${tried.codeHash} then 0 else 1 end,
      code_until = case when code_hash = ${tried.codeHash} then null else code_until end,
      code_hash = case when code_hash = ${tried.codeHash} then null else code_hash end
    where tenant_id = ${tenantId}::uuid and account_id = ${tried.accountId}::uuid
      and code_until > ${tried.at} and wrong_codes < ${tried.mostWrong}
    returning confirmed_at is not null as is_right
  `.execute(db);
  return rows[0]?.is_right ?? false;
}

export async function deletePhone(
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<void> {
  await sql`
    delete from notices.phone where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid
  `.execute(db);
}
