import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import type { DatabaseAddress } from "../database/database.ts";
import { migrate } from "../database/migrate.ts";
import { startTestPostgres, type TestPostgres } from "./test-postgres.ts";

/** A database made once for a whole test run; the databases of the tests are copies of it. */
export type DatabaseTemplate = {
  /** Of the database, and of the template's folder. */
  readonly name: string;
  /** The template it starts from; without one the empty database. */
  readonly base?: DatabaseTemplate;
  /** Writes into the new database, and into a folder for files that belong to it. Must leave no connection behind. */
  readonly fill: (address: DatabaseAddress, folder: string) => Promise<void>;
};

const migrationsFolder = fileURLToPath(
  new URL("../../../migrations", import.meta.url),
);

/** The schema and nothing in it. */
export const emptyTemplate: DatabaseTemplate = {
  name: "openrathaus_template",
  fill: async (address) => {
    await migrate(address, migrationsFolder);
  },
};

/** Any number that only this uses: of two test files that want a template one makes it, the other waits. */
const templateLock = 7_203_115;

/** Name of the variable through which the global set-up hands the shared server to the test processes. */
const sharedServerVariable = "OPENRATHAUS_TEST_SERVER";

/** Starts a server for all test processes that this one starts. */
export async function shareServer(): Promise<TestPostgres> {
  const server = await startTestPostgres();
  const { address, folder } = server;
  process.env[sharedServerVariable] = JSON.stringify({ address, folder });
  return server;
}

/** The server of the test run, or without one a server of its own. */
export async function sharedOrOwnServer(): Promise<TestPostgres> {
  const shared = process.env[sharedServerVariable];
  if (shared === undefined) return startTestPostgres();
  return {
    ...(JSON.parse(shared) as Omit<TestPostgres, "stop">),
    stop: () => Promise.resolve(),
  };
}

/** Makes a copy of the template, and the template when nobody has yet. */
export async function copyTemplate(
  server: TestPostgres,
  template: DatabaseTemplate,
  name: string,
): Promise<void> {
  await asOwner(server, async (client) => {
    await client.query("select pg_advisory_lock($1)", [templateLock]);
    await ensureTemplate(server, client, template);
    await client.query("select pg_advisory_unlock($1)", [templateLock]);
    await createCopy(client, name, template.name);
  });
}

/** Where the template put files that belong to its database. */
export function templateFolder(
  server: TestPostgres,
  { name }: DatabaseTemplate,
): string {
  return join(server.folder, name);
}

/**
 * Drops a database once it is left. A pool's `end` does not wait for its sockets. Dropping by force at that moment ends a connection
 * that nobody listens to any more, and with it the test process.
 */
export async function dropDatabase(
  server: TestPostgres,
  name: string,
): Promise<void> {
  await asOwner(server, async (client) => {
    await untilLeft(client, name);
    await client.query(`drop database ${name} with (force)`);
  });
}

async function ensureTemplate(
  server: TestPostgres,
  client: pg.Client,
  template: DatabaseTemplate,
): Promise<void> {
  const { name, base } = template;
  const known = "select from pg_database where datname = $1";
  if ((await client.query(known, [name])).rowCount === 1) return;
  if (base) await ensureTemplate(server, client, base);
  // It gets its name when it is whole: one that could not be filled is no template.
  const unfinished = `${name}_unfinished`;
  await client.query(`drop database if exists ${unfinished}`);
  await createCopy(client, unfinished, base?.name ?? "template1");
  const folder = templateFolder(server, template);
  await mkdir(folder, { recursive: true });
  await template.fill({ ...server.address, database: unfinished }, folder);
  await untilLeft(client, unfinished);
  await client.query(`alter database ${unfinished} rename to ${name}`);
}

/** File by file, which takes about half of the default's time: that one writes each page to the log first. */
async function createCopy(
  client: pg.Client,
  name: string,
  original: string,
): Promise<void> {
  await client.query(
    `create database ${name} template ${original} strategy file_copy`,
  );
}

async function untilLeft(client: pg.Client, name: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const { rowCount } = await client.query(
      "select from pg_stat_activity where datname = $1",
      [name],
    );
    if (rowCount === 0) return;
    await sleep(20);
  }
}

async function asOwner(
  server: TestPostgres,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client(server.address);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
