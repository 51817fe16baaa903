import { sql, type Selectable } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { knownScopes, type Client } from "../domain/client.ts";
import type { ApiTables } from "./tables.ts";

/** A client as administrators see it; the secrets that are valid, the oldest first. */
export type ListedClient = Client & {
  readonly createdAt: Date;
  readonly lastUsedAt: Date | undefined;
  readonly secrets: readonly ListedSecret[];
};

export type ListedSecret = {
  readonly secretId: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | undefined;
};

export async function insertClient(
  db: Db,
  client: Client & { readonly now: Date },
): Promise<void> {
  await db
    .$extendTables<ApiTables>()
    .insertInto("api.client")
    .values({
      id: client.clientId,
      destination_id: client.destinationId,
      name: client.name,
      scopes: [...client.scopes],
      created_at: client.now,
      window_began_at: client.now,
    })
    .execute();
}

export async function insertSecret(
  db: Db,
  secret: {
    readonly clientId: string;
    readonly secretId: string;
    readonly hash: Buffer;
    readonly now: Date;
  },
): Promise<void> {
  await db
    .$extendTables<ApiTables>()
    .insertInto("api.secret")
    .values({
      client_id: secret.clientId,
      id: secret.secretId,
      hash: secret.hash,
      created_at: secret.now,
    })
    .execute();
}

/** Those of a destination that are not revoked, the oldest first. */
export async function listClients(
  db: Db,
  tenantId: string,
  destinationId: string,
): Promise<readonly ListedClient[]> {
  const tables = db.$extendTables<ApiTables>();
  const clients = await tables
    .selectFrom("api.client")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("destination_id", "=", destinationId)
    .where("revoked_at", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  if (clients.length === 0) return [];
  const secrets = await tables
    .selectFrom("api.secret")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where(
      "client_id",
      "in",
      clients.map(({ id }) => id),
    )
    .where("revoked_at", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return clients.map((row) => ({
    ...clientOf(row),
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at ?? undefined,
    secrets: secrets
      .filter(({ client_id }) => client_id === row.id)
      .map((secret) => ({
        secretId: secret.id,
        createdAt: secret.created_at,
        lastUsedAt: secret.last_used_at ?? undefined,
      })),
  }));
}

/** Those of all destinations that are not revoked, by name. */
export async function listTenantClients(
  db: Db,
  tenantId: string,
): Promise<readonly (Client & { readonly lastUsedAt: Date | undefined })[]> {
  const rows = await db
    .$extendTables<ApiTables>()
    .selectFrom("api.client")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("revoked_at", "is", null)
    .orderBy("name")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    ...clientOf(row),
    lastUsedAt: row.last_used_at ?? undefined,
  }));
}

/** Locked until the end of the transaction, so that secrets are counted one change after the other. */
export async function lockClient(
  db: Db,
  tenantId: string,
  {
    clientId,
    destinationId,
  }: { readonly clientId: string; readonly destinationId: string },
): Promise<{ readonly secretIds: readonly string[] } | undefined> {
  const tables = db.$extendTables<ApiTables>();
  const found = await tables
    .selectFrom("api.client")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", clientId)
    .where("destination_id", "=", destinationId)
    .where("revoked_at", "is", null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!found) return undefined;
  const secrets = await tables
    .selectFrom("api.secret")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("client_id", "=", clientId)
    .where("revoked_at", "is", null)
    .execute();
  return { secretIds: secrets.map(({ id }) => id) };
}

/** The tokens that were given out for it end with it. */
export async function revokeSecretRow(
  db: Db,
  tenantId: string,
  secret: {
    readonly clientId: string;
    readonly secretId: string;
    readonly now: Date;
  },
): Promise<void> {
  const tables = db.$extendTables<ApiTables>();
  await tables
    .updateTable("api.secret")
    .set({ revoked_at: secret.now })
    .where("tenant_id", "=", tenantId)
    .where("client_id", "=", secret.clientId)
    .where("id", "=", secret.secretId)
    .execute();
  await tables
    .deleteFrom("api.token")
    .where("tenant_id", "=", tenantId)
    .where("client_id", "=", secret.clientId)
    .where("secret_id", "=", secret.secretId)
    .execute();
}

export async function revokeClientRow(
  db: Db,
  tenantId: string,
  { clientId, now }: { readonly clientId: string; readonly now: Date },
): Promise<void> {
  await db
    .$extendTables<ApiTables>()
    .updateTable("api.client")
    .set({ revoked_at: now })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", clientId)
    .execute();
}

/** Whose secret this is, while neither it nor its client is revoked; both are noted as used now. */
export async function useSecret(
  db: Db,
  tenantId: string,
  given: {
    readonly clientId: string;
    readonly hash: Buffer;
    readonly now: Date;
  },
): Promise<(Client & { readonly secretId: string }) | undefined> {
  const { rows } = await sql<
    Selectable<ApiTables["api.client"]> & { secret_id: string }
  >`
    with used as (
      update api.secret set last_used_at = ${given.now}
      where tenant_id = ${tenantId} and client_id = ${given.clientId} and hash = ${given.hash} and revoked_at is null
      returning id, client_id
    )
    select client.*, used.id as secret_id from used
    join api.client on client.tenant_id = ${tenantId} and client.id = used.client_id
    where client.revoked_at is null
  `.execute(db);
  const [row] = rows;
  return row && { ...clientOf(row), secretId: row.secret_id };
}

const clientOf = (
  row: Pick<
    Selectable<ApiTables["api.client"]>,
    "id" | "destination_id" | "name" | "scopes"
  >,
): Client => ({
  clientId: row.id,
  destinationId: row.destination_id,
  name: row.name,
  scopes: knownScopes(row.scopes),
});
