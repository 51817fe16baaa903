import type { Kysely } from "kysely";

/**
 * A connection or a transaction; the caller decides, a store never opens its own.
 * A store sees only its own tables: `db.$extendTables<VorgaengeTables>()`.
 */
export type Db = Kysely<Record<never, never>>;

/**
 * Sends its statements at once, without waiting for anything before the last of them: what has to be read, encrypted or hashed for them was so
 * when it was made. Several of them are one transaction in one round trip (`Database.writeInScope`).
 */
export type Writing = (db: Db) => Promise<unknown>;

/** How to reach the server; a connection string or the parts of it. */
export type DatabaseAddress = {
  readonly connectionString?: string;
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
  /**
   * `transaction`: a pooler stands in between (PgBouncer) and gives each transaction another connection. Nothing is then kept on a connection:
   * no prepared statements, no settings.
   */
  readonly pooling?: "transaction";
};

/** Which rows a transaction sees: those of one tenant, and those of one owner in all tenants where a table lets owners read. */
export type RowScope = {
  readonly tenantId: string;
  readonly ownerId?: string | undefined;
};

/** The database as the serving processes see it: with a role that cannot change tables or pass row-level security. */
export type Database = {
  /** One transaction for one tenant: row-level security shows only its rows. Commits when `work` resolves, rolls back when it throws. */
  inTenant<T>(tenantId: string, work: (db: Db) => Promise<T>): Promise<T>;
  /** As `inTenant`, with the owner who may read what is theirs in other tenants, too. */
  inScope<T>(scope: RowScope, work: (db: Db) => Promise<T>): Promise<T>;
  /**
   * As `inScope`, read-only and in one round trip: `work` sends all its statements at once, none may depend on the answer of another.
   * A statement that comes later throws.
   */
  readInScope<T>(scope: RowScope, work: (db: Db) => Promise<T>): Promise<T>;
  /** As `readInScope`, but writing: all of it is there or nothing. What must hold is for the database to say, by failing. */
  writeInScope<T>(scope: RowScope, work: (db: Db) => Promise<T>): Promise<T>;
  /**
   * One transaction without a tenant, for tables of the installation; a tenant's table throws on any access.
   * `lost` fires when its connection breaks: locks it held are gone then, and it cannot commit any more.
   */
  unscoped<T>(work: (db: Db, lost: AbortSignal) => Promise<T>): Promise<T>;
  /** How many transactions wait for a connection at this moment. */
  waiting(): number;
  close(): Promise<void>;
};
