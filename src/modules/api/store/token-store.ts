import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { knownScopes, type Client, type Scope } from "../domain/client.ts";
import type { ApiTables } from "./tables.ts";

export type NewToken = {
  readonly hash: Buffer;
  readonly clientId: string;
  readonly secretId: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date;
};

export async function insertToken(db: Db, token: NewToken): Promise<void> {
  await db
    .$extendTables<ApiTables>()
    .insertInto("api.token")
    .values({
      hash: token.hash,
      client_id: token.clientId,
      secret_id: token.secretId,
      scopes: [...token.scopes],
      expires_at: token.expiresAt,
    })
    .execute();
}

/** Takes away what has expired of one client: its tokens, and answers that are not given again any more. */
export async function removeExpired(
  db: Db,
  tenantId: string,
  given: {
    readonly clientId: string;
    readonly now: Date;
    readonly keyedBefore: Date;
  },
): Promise<void> {
  const tables = db.$extendTables<ApiTables>();
  await tables
    .deleteFrom("api.token")
    .where("tenant_id", "=", tenantId)
    .where("client_id", "=", given.clientId)
    .where("expires_at", "<=", given.now)
    .execute();
  await tables
    .deleteFrom("api.keyed_call")
    .where("tenant_id", "=", tenantId)
    .where("client_id", "=", given.clientId)
    .where("begun_at", "<", given.keyedBefore)
    .execute();
}

/** Whose token this is, and its calls in the minute that runs, this one counted. One statement. */
export type TokenUse = Client & {
  readonly calls: number;
  readonly windowBeganAt: Date;
};

/** Undefined for an unknown or expired token, and for a client that was revoked. */
export async function useToken(
  db: Db,
  tenantId: string,
  { hash, now }: { readonly hash: Buffer; readonly now: Date },
): Promise<TokenUse | undefined> {
  const minuteAgo = new Date(now.getTime() - 60_000);
  const { rows } = await sql<{
    id: string;
    destination_id: string;
    name: string;
    scopes: string[];
    window_calls: number;
    window_began_at: Date;
  }>`
    update api.client set last_used_at = ${now},
      window_began_at = case when window_began_at <= ${minuteAgo} then ${now} else window_began_at end,
      window_calls = case when window_began_at <= ${minuteAgo} then 1 else window_calls + 1 end
    from api.token
    where client.tenant_id = ${tenantId} and client.revoked_at is null
      and token.tenant_id = ${tenantId} and token.hash = ${hash} and token.expires_at > ${now} and token.client_id = client.id
    returning client.id, client.destination_id, client.name, token.scopes, client.window_calls, client.window_began_at
  `.execute(db);
  const [row] = rows;
  return (
    row && {
      clientId: row.id,
      destinationId: row.destination_id,
      name: row.name,
      scopes: knownScopes(row.scopes),
      calls: row.window_calls,
      windowBeganAt: row.window_began_at,
    }
  );
}
