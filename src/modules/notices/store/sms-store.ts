import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";

export type StoredSms = {
  id: string;
  account_id: string;
  /** Encrypted number and words; null once the gateway took them. */
  content: Buffer | null;
  state: "waiting" | "sent" | "kept" | "failed";
};

/** How many short messages were written since: for one account, and for all. */
export async function countSms(
  db: Db,
  tenantId: string,
  asked: { readonly accountId: string; readonly since: Date },
): Promise<{ readonly own: number; readonly all: number }> {
  const { rows } = await sql<{ own: number; all: number }>`
    select count(*) filter (where account_id = ${asked.accountId}::uuid and kind = 'notice')::int as own, count(*)::int as all
    from notices.sms where tenant_id = ${tenantId}::uuid and created_at >= ${asked.since}
  `.execute(db);
  return rows[0] ?? { own: 0, all: 0 };
}

export async function insertSms(
  db: Db,
  tenantId: string,
  sms: {
    readonly id: string;
    readonly accountId: string;
    readonly kind: "code" | "notice";
    readonly content: Buffer;
    readonly at: Date;
  },
): Promise<void> {
  await sql`
    insert into notices.sms (tenant_id, id, account_id, kind, content, state, created_at)
    values (${tenantId}::uuid, ${sms.id}::uuid, ${sms.accountId}::uuid, ${sms.kind}, ${sms.content}, 'waiting', ${sms.at})
  `.execute(db);
}

export async function findSmsForUpdate(
  db: Db,
  tenantId: string,
  id: string,
): Promise<StoredSms | undefined> {
  const { rows } = await sql<StoredSms>`
    select id, account_id, content, state from notices.sms
    where tenant_id = ${tenantId}::uuid and id = ${id}::uuid for no key update
  `.execute(db);
  return rows[0];
}

/** What became of it; the content goes whatever that is. */
export async function finishSms(
  db: Db,
  tenantId: string,
  done: {
    readonly id: string;
    readonly state: "sent" | "kept" | "failed";
    readonly reason?: string | undefined;
  },
): Promise<void> {
  await sql`
    update notices.sms set state = ${done.state}, reason = ${done.reason ?? null},
      content = case when ${done.state} = 'kept' then content end
    where tenant_id = ${tenantId}::uuid and id = ${done.id}::uuid
  `.execute(db);
}
