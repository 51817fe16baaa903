import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import type { Actor, Context } from "../context/context.ts";
import { openContext } from "../context/open-context.ts";
import { openTenantCiphers } from "../crypto/open-tenant-ciphers.ts";
import { generateKeyRing, parseKeyRing } from "../crypto/key-ring.ts";
import type { Database, DatabaseAddress } from "../database/database.ts";
import { migrate } from "../database/migrate.ts";
import { openDatabase } from "../database/open-database.ts";
import type { Locale } from "../i18n/texts.ts";
import { newId } from "../values/id.ts";
import { startTestPostgres, type TestPostgres } from "./test-postgres.ts";

export type ContextOptions = {
  readonly tenantId: string;
  readonly actor?: Actor;
  readonly now?: Date;
  readonly locale?: Locale;
};

export type TestDatabase = {
  readonly address: DatabaseAddress;
  readonly database: Database;
  /** Statements the serving role sent since the last `statements.length = 0`. */
  readonly statements: string[];
  contextFor(options: ContextOptions): Context;
  close(): Promise<void>;
};

const migrationsFolder = fileURLToPath(
  new URL("../../../migrations", import.meta.url),
);

/** Name of the variable through which the global set-up hands the shared server to the test processes. */
export const sharedServerVariable = "OPENRATHAUS_TEST_SERVER";

/** Name of the migrated database that each test database is cloned from. */
const templateName = "openrathaus_template";

/** A database of its own for one test file, cloned from the migrated template. Close it in `after`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = await sharedOrOwnServer();
  const name = `test_${randomBytes(6).toString("hex")}`;
  await runAsOwner(server, `create database ${name} template ${templateName}`);
  const address: DatabaseAddress = { ...server.address, database: name };
  const statements: string[] = [];
  const database = await openDatabase(address, {
    onStatement: (sql) => statements.push(sql),
    maxConnections: 8,
  });
  const keyDatabase = await openDatabase(address, { maxConnections: 2 });
  const ciphers = openTenantCiphers(
    keyDatabase,
    parseKeyRing(generateKeyRing("test")),
  );
  return {
    address,
    database,
    statements,
    contextFor: ({
      tenantId,
      actor = guest,
      now = new Date(),
      locale = "de",
    }) =>
      openContext(
        { database, ciphers },
        { tenantId, actor, locale, now, correlationId: newId() },
      ),
    close: async () => {
      await Promise.all([database.close(), keyDatabase.close()]);
      await dropWhenLeft(server, name);
      await server.stop();
    },
  };
}

/** A guest: may do nothing that needs a permission. */
export const guest: Actor = { kind: "guest", id: "guest", may: () => false };

/** A caseworker with exactly these permissions. */
export function staffWith(
  id: string,
  ...permissions: readonly string[]
): Actor {
  return {
    kind: "staff",
    id,
    may: (permission) => permissions.includes(permission),
  };
}

/** Starts a server and makes the migrated template in it. */
export async function startServerWithTemplate(): Promise<TestPostgres> {
  const server = await startTestPostgres();
  await runAsOwner(server, `create database ${templateName}`);
  await migrate(
    { ...server.address, database: templateName },
    migrationsFolder,
  );
  return server;
}

async function sharedOrOwnServer(): Promise<TestPostgres> {
  const shared = process.env[sharedServerVariable];
  if (shared === undefined) return startServerWithTemplate();
  return {
    address: JSON.parse(shared) as DatabaseAddress,
    stop: () => Promise.resolve(),
  };
}

/**
 * A pool's `end` does not wait for its sockets. Dropping by force at that moment ends a connection that nobody listens to any
 * more, and with it the test process.
 */
async function dropWhenLeft(server: TestPostgres, name: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const connections = await runAsOwner(
      server,
      `select 1 from pg_stat_activity where datname = '${name}'`,
    );
    if (connections === 0) break;
    await sleep(50);
  }
  await runAsOwner(server, `drop database ${name} with (force)`);
}

/** Gives the number of rows. */
async function runAsOwner(server: TestPostgres, sql: string): Promise<number> {
  const client = new pg.Client(server.address);
  await client.connect();
  try {
    const { rowCount } = await client.query(sql);
    return rowCount ?? 0;
  } finally {
    await client.end();
  }
}
