import pg, { type PoolClient } from "pg";
import { isId } from "../values/id.ts";
import type { Database, DatabaseAddress, Db, RowScope } from "./database.ts";
import { servingRole } from "./serving-role.ts";
import {
  builderOf,
  retireBuilder,
  type Preparing,
} from "./single-client-dialect.ts";
import { traceStatements, traceWait } from "./trace-statements.ts";

/** `connection` tells apart what several send at the same time. */
export type StatementListener = (
  sql: string,
  parameters: readonly unknown[],
  connection: object,
) => void;

export type DatabaseOptions = {
  readonly maxConnections?: number;
  readonly applicationName?: string;
  /** How long a transaction may wait for its process; the worker's are open while a job runs. */
  readonly idleInTransactionTimeoutMs?: number;
  /** Called before each statement, for tests that count them and the bench that repeats them. */
  readonly onStatement?: StatementListener;
  readonly watch?: DatabaseWatch | undefined;
  /** Whether statements of traced requests and jobs are spans of their traces. */
  readonly isTraced?: boolean;
};

export type PoolUse = {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
};

/** Who measures how the database is used. */
export type DatabaseWatch = {
  /** After each statement, also one that failed. */
  readonly onAnswered: (seconds: number) => void;
  /** Once: how to look at the pool. */
  readonly onPool: (read: () => PoolUse) => void;
};

/** Opens a pool. Migrations must have run. Throws when the server cannot be reached. */
export async function openDatabase(
  address: DatabaseAddress,
  options: DatabaseOptions = {},
): Promise<Database> {
  const role = await servingRole(address);
  const connection = connectionSettings(role, options);
  const isPooled = address.pooling === "transaction";
  const pool = new pg.Pool({
    ...address,
    max: options.maxConnections ?? 10,
    application_name: options.applicationName ?? "openrathaus",
    // Statements that need no answer of one another travel together: begin, the statement and commit need no round trip each.
    pipeline: true,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    ...(!isPooled && { options: onConnecting(connection) }),
  });
  // An idle connection that breaks (database restarted) must not end the process; the pool opens a new one.
  pool.on("error", () => undefined);
  if (options.onStatement) countStatements(pool, options.onStatement);
  if (options.watch) watchPool(pool, options.watch);
  if (options.isTraced) traceStatements(pool);
  return databaseOn({
    pool,
    preparing: isPooled ? "unnamed" : "named",
    local: isPooled ? inTransaction(connection) : "",
  });
}

/** What holds for all statements, by its name in PostgreSQL. */
function connectionSettings(
  role: string | undefined,
  { idleInTransactionTimeoutMs = 60_000 }: DatabaseOptions,
): readonly (readonly [name: string, value: string])[] {
  return [
    ...(role ? [["role", role] as const] : []),
    ["statement_timeout", "30000"],
    ["idle_in_transaction_session_timeout", String(idleInTransactionTimeoutMs)],
    ["timezone", "UTC"],
  ];
}

type ConnectionSettings = ReturnType<typeof connectionSettings>;

function onConnecting(settings: ConnectionSettings): string {
  return settings.map(([name, value]) => `-c ${name}=${value}`).join(" ");
}

/** Behind a pooler a connection's settings would be somebody else's: they go with each transaction, in the message of its `begin`. */
function inTransaction(settings: ConnectionSettings): string {
  return settings
    .map(([name, value]) => `; set local ${name} = '${value}'`)
    .join("");
}

type Serving = {
  readonly pool: pg.Pool;
  readonly preparing: Preparing;
  /** Statements after each `begin`, each with a `;` in front. */
  readonly local: string;
};

function databaseOn(serving: Serving): Database {
  const begin = (kind: "begin" | "begin read only", scope?: RowScope) =>
    `${kind}${serving.local}${scope ? `; ${setScope(scope)}` : ""}`;
  return {
    inTenant: (tenantId, work) =>
      transact(serving, begin("begin", { tenantId }), work),
    inScope: (scope, work) => transact(serving, begin("begin", scope), work),
    readInScope: (scope, work) =>
      withClient(serving, (client) =>
        readAtOnce(
          { client, ...serving },
          begin("begin read only", scope),
          work,
        ),
      ),
    unscoped: (work) => transact(serving, begin("begin"), work),
    waiting: () => serving.pool.waitingCount,
    close: () => serving.pool.end(),
  };
}

function setScope({ tenantId, ownerId }: RowScope): string {
  if (!isId(tenantId)) throw new TypeError("database: tenantId is not a UUID");
  const tenant = `select set_config('app.tenant_id', '${tenantId}', true)`;
  if (ownerId === undefined) return tenant;
  if (!isId(ownerId)) throw new TypeError("database: ownerId is not a UUID");
  return `${tenant}, set_config('app.owner_id', '${ownerId}', true)`;
}

function transact<T>(
  serving: Serving,
  begin: string,
  work: (db: Db, lost: AbortSignal) => Promise<T>,
): Promise<T> {
  return withClient(serving, (client, lost) =>
    runTransaction({ client, ...serving }, begin, (db) =>
      work(db, lost.signal),
    ),
  );
}

async function withClient<T>(
  { pool }: Serving,
  use: (client: PoolClient, lost: AbortController) => Promise<T>,
): Promise<T> {
  const client = await traceWait(() => pool.connect());
  const lost = new AbortController();
  // The pool listens to idle connections only. Without a listener, a connection that breaks between two statements ends the process.
  const onError = (error: Error) => {
    lost.abort(error);
  };
  client.on("error", onError);
  let broken: Error | undefined;
  try {
    return await use(client, lost);
  } catch (error) {
    retireBuilder(client);
    broken = await rollBack(client);
    throw error;
  } finally {
    client.off("error", onError);
    client.release(broken);
  }
}

type Opened = Pick<Serving, "preparing"> & { readonly client: PoolClient };

async function runTransaction<T>(
  { client, preparing }: Opened,
  begin: string,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  void writeTogether(client);
  const [began, worked] = await Promise.allSettled([
    client.query(begin),
    work(builderOf(client, preparing).db),
  ]);
  if (began.status === "rejected") throw began.reason;
  if (worked.status === "rejected") throw worked.reason;
  const committed = await client.query("commit");
  // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error.
  if (committed.command !== "COMMIT") {
    throw new Error(
      "database: a statement failed and its error was swallowed; nothing was saved",
    );
  }
  return worked.value;
}

/** Begin, the statements and the end in one round trip: with nothing to save, the end need not wait for an answer. */
async function readAtOnce<T>(
  { client, preparing }: Opened,
  begin: string,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  const builder = builderOf(client, preparing);
  const ended = writeTogether(client, () => {
    builder.isOpen = false;
    return client.query("commit");
  });
  const [began, worked, committed] = await Promise.allSettled([
    client.query(begin),
    work(builder.db),
    ended,
  ]);
  builder.isOpen = true;
  if (began.status === "rejected") throw began.reason;
  if (worked.status === "rejected") throw worked.reason;
  if (committed.status === "rejected") throw committed.reason;
  return worked.value;
}
/**
 * Holds back what this connection sends until everything that can be sent now is there, and `last`; then it is one write to the socket
 * instead of one for each statement. The next tick comes after all promises that need no input or output.
 */
function writeTogether<T>(
  { connection: { stream } }: PoolClient,
  last?: () => Promise<T>,
): Promise<T | undefined> {
  stream.cork();
  return new Promise((resolve) => {
    process.nextTick(() => {
      resolve(last?.());
      stream.uncork();
    });
  });
}

/** Resolves to the error when the connection cannot be used again. */
async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query("rollback");
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function countStatements(pool: pg.Pool, onStatement: StatementListener): void {
  pool.on("connect", (client) => {
    const send = client.query.bind(client) as (...args: unknown[]) => unknown;
    const counted = (...args: unknown[]): unknown => {
      onStatement(...textAndParameters(args), client);
      return send(...args);
    };
    Object.assign(client, { query: counted });
  });
}

function watchPool(pool: pg.Pool, { onAnswered, onPool }: DatabaseWatch): void {
  onPool(() => ({
    total: pool.totalCount,
    idle: pool.idleCount,
    waiting: pool.waitingCount,
  }));
  pool.on("connect", (client) => {
    const send = client.query.bind(client) as (...args: unknown[]) => unknown;
    const timed = (...args: unknown[]): unknown => {
      const sentAt = performance.now();
      const answer = send(...args);
      const done = () => {
        onAnswered((performance.now() - sentAt) / 1000);
      };
      if (answer instanceof Promise) void answer.then(done, done);
      return answer;
    };
    Object.assign(client, { query: timed });
  });
}

/** As `pg` takes them: text and parameters, or both in an object with the name of a prepared statement. */
function textAndParameters([first, second]: readonly unknown[]): [
  sql: string,
  parameters: readonly unknown[],
] {
  const { text, values }: { text?: unknown; values?: unknown } =
    typeof first === "object" && first !== null
      ? first
      : { text: first, values: second };
  return [String(text), Array.isArray(values) ? values : []];
}
