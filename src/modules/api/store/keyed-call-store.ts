import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { ApiTables } from "./tables.ts";

/** What was answered to a call: a code, the new version of the thing, and what stands in the body. */
export type KeptAnswer = {
  readonly status: number;
  readonly etag: string | undefined;
  readonly body: string;
};

export type KeyedCall = {
  readonly clientId: string;
  readonly key: string;
  /** Of method, address and body: the same key with another call is a mistake of the caller. */
  readonly fingerprint: Buffer;
};

export type StoredCall = {
  readonly fingerprint: Buffer;
  readonly begunAt: Date;
  readonly answer: KeptAnswer | undefined;
};

/** True when this call is the first with its key, or the one before began that long ago and was never answered. */
export async function beginKeyedCall(
  db: Db,
  tenantId: string,
  call: KeyedCall & { readonly now: Date; readonly lostBefore: Date },
): Promise<boolean> {
  const { rows } = await sql`
    insert into api.keyed_call (tenant_id, client_id, key, fingerprint, begun_at)
    values (${tenantId}, ${call.clientId}, ${call.key}, ${call.fingerprint}, ${call.now})
    on conflict (tenant_id, client_id, key) do update set begun_at = excluded.begun_at
      where keyed_call.status is null and keyed_call.fingerprint = excluded.fingerprint and keyed_call.begun_at < ${call.lostBefore}
    returning key
  `.execute(db);
  return rows.length === 1;
}

export async function findKeyedCall(
  db: Db,
  tenantId: string,
  { clientId, key }: Pick<KeyedCall, "clientId" | "key">,
): Promise<StoredCall | undefined> {
  const row = await db
    .$extendTables<ApiTables>()
    .selectFrom("api.keyed_call")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("client_id", "=", clientId)
    .where("key", "=", key)
    .executeTakeFirst();
  return (
    row && {
      fingerprint: row.fingerprint,
      begunAt: row.begun_at,
      answer:
        row.status === null
          ? undefined
          : {
              status: row.status,
              etag: row.etag ?? undefined,
              body: row.body ?? "",
            },
    }
  );
}

/** One attempt at a call: when it took the key. */
export type KeyedAttempt = Pick<KeyedCall, "clientId" | "key"> & {
  readonly begunAt: Date;
};

/** Does nothing when there is an answer already. False when another attempt has taken the key meanwhile. */
export async function keepAnswer(
  db: Db,
  tenantId: string,
  { answer, ...attempt }: KeyedAttempt & { readonly answer: KeptAnswer },
): Promise<boolean> {
  const { rows } = await sql`
    update api.keyed_call set
      status = coalesce(status, ${answer.status}),
      etag = case when status is null then ${answer.etag ?? null} else etag end,
      body = case when status is null then ${answer.body} else body end
    where tenant_id = ${tenantId} and client_id = ${attempt.clientId} and key = ${attempt.key} and begun_at = ${attempt.begunAt}
    returning key
  `.execute(db);
  return rows.length === 1;
}

/** A call that changed nothing may come again with the same key. */
export async function forgetKeyedCall(
  db: Db,
  tenantId: string,
  { clientId, key, begunAt }: KeyedAttempt,
): Promise<void> {
  await db
    .$extendTables<ApiTables>()
    .deleteFrom("api.keyed_call")
    .where("tenant_id", "=", tenantId)
    .where("client_id", "=", clientId)
    .where("key", "=", key)
    .where("begun_at", "=", begunAt)
    .where("status", "is", null)
    .execute();
}
