import type { Kysely } from "kysely";

/**
 * A connection or a transaction; the caller decides, a store never opens its own.
 * A store sees only its own tables: `db.withTables<VorgaengeTables>()`.
 */
export type Db = Kysely<Record<never, never>>;
