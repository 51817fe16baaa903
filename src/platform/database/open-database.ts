import pg from "pg";
import { isId } from "../values/id.ts";
import type { Database, DatabaseAddress, Db, RowScope } from "./database.ts";
import { servingRole } from "./serving-role.ts";
import { joinReads } from "./join-reads.ts";
import {
  rollBack,
  runAtOnce,
  runTransaction,
  type OpenLine,
  type Opening,
} from "./run-transaction.ts";
import { retireBuilder, type Preparing } from "./single-client-dialect.ts";
import { lineOf, type StatementObserver } from "./statement-line.ts";
import { traceStatement, traceWait } from "./trace-statements.ts";

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
    // What needs no answer of one another travels together, see statement-batch.ts.
    pipeline: true,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    ...(!isPooled && { options: onConnecting(connection) }),
  });
  // An idle connection that breaks (database restarted) must not end the process; the pool opens a new one.
  pool.on("error", () => undefined);
  return databaseOn({
    pool,
    preparing: isPooled ? "unnamed" : "named",
    // Behind a pooler a connection's settings would be somebody else's: they go with each transaction.
    local: isPooled ? connection : [],
    observers: observersOf(pool, options),
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

type Serving = {
  readonly pool: pg.Pool;
  readonly preparing: Preparing;
  /** What is set in each transaction. */
  readonly local: ConnectionSettings;
  readonly observers: readonly StatementObserver[];
};

function databaseOn(serving: Serving): Database {
  const opening = (begin: Opening["begin"], scope?: RowScope): Opening => ({
    begin,
    settings: [...serving.local, ...(scope ? settingsOf(scope) : [])],
  });
  return {
    inTenant: (tenantId, work) =>
      transact(serving, opening("begin", { tenantId }), work),
    inScope: (scope, work) => transact(serving, opening("begin", scope), work),
    writeInScope: (scope, work) =>
      withLine(serving, (open) =>
        runAtOnce(open, opening("begin", scope), work),
      ),
    readInScope: joinReads(async (scope, work) =>
      withLine(serving, (open) =>
        runAtOnce(open, opening("begin read only", scope), work),
      ),
    ),
    unscoped: (work) => transact(serving, opening("begin"), work),
    waiting: () => serving.pool.waitingCount,
    close: () => serving.pool.end(),
  };
}

function settingsOf({ tenantId, ownerId }: RowScope): ConnectionSettings {
  if (!isId(tenantId)) throw new TypeError("database: tenantId is not a UUID");
  const tenant = ["app.tenant_id", tenantId] as const;
  if (ownerId === undefined) return [tenant];
  if (!isId(ownerId)) throw new TypeError("database: ownerId is not a UUID");
  return [tenant, ["app.owner_id", ownerId]];
}

function transact<T>(
  serving: Serving,
  opening: Opening,
  work: (db: Db, lost: AbortSignal) => Promise<T>,
): Promise<T> {
  return withLine(serving, (open, lost) =>
    runTransaction(open, opening, (db) => work(db, lost.signal)),
  );
}

async function withLine<T>(
  { pool, preparing, observers }: Serving,
  use: (open: OpenLine, lost: AbortController) => Promise<T>,
): Promise<T> {
  const client = await traceWait(() => pool.connect());
  const open = { line: lineOf(client, observers), preparing };
  const lost = new AbortController();
  // The pool listens to idle connections only. Without a listener, a connection that breaks between two statements ends the process.
  const onError = (error: Error) => {
    lost.abort(error);
  };
  client.on("error", onError);
  let broken: Error | undefined;
  try {
    return await use(open, lost);
  } catch (error) {
    retireBuilder(open.line);
    broken = await rollBack(open);
    throw error;
  } finally {
    client.off("error", onError);
    client.release(broken);
  }
}

function observersOf(
  pool: pg.Pool,
  { onStatement, watch, isTraced }: DatabaseOptions,
): readonly StatementObserver[] {
  return [
    ...(onStatement
      ? [
          (({ text, values }, connection) => {
            onStatement(text, values, connection);
            return undefined;
          }) satisfies StatementObserver,
        ]
      : []),
    ...(watch ? [watchPool(pool, watch)] : []),
    ...(isTraced ? [traceStatement] : []),
  ];
}

function watchPool(
  pool: pg.Pool,
  { onAnswered, onPool }: DatabaseWatch,
): StatementObserver {
  onPool(() => ({
    total: pool.totalCount,
    idle: pool.idleCount,
    waiting: pool.waitingCount,
  }));
  return () => {
    const sentAt = performance.now();
    return () => {
      onAnswered((performance.now() - sentAt) / 1000);
    };
  };
}
