import pg from "pg";
import type { DatabaseAddress } from "../../platform/database/database.ts";

/** Looks into the database as its owner, past row-level security. */
export type DatabaseOwner = {
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Number of rows and a hash over all of them by table, of every table with tenant_id. Equal before and after: nothing was changed. */
  fingerprint(tenantId: string): Promise<Readonly<Record<string, string>>>;
  close(): Promise<void>;
};

/** Changed by merely looking: last use of a session, counted attempts, seeds of keys. */
const changedByLooking = ["staff.session", "throttle.attempt"];

export function openAsOwner(address: DatabaseAddress): DatabaseOwner {
  const pool = new pg.Pool({ ...address, max: 2 });
  // A connection that the stopping server ends first is no fault of a test.
  pool.on("error", () => undefined);
  const query = async <Row>(sql: string, values: readonly unknown[] = []) =>
    (await pool.query(sql, [...values])).rows as Row[];
  return {
    query,
    fingerprint: async (tenantId) => {
      const tables = await query<{ name: string }>(
        `select table_schema || '.' || table_name as name from information_schema.columns
         where column_name = 'tenant_id' and table_schema !~ '^pg_' order by 1`,
      );
      const prints: Record<string, string> = {};
      for (const { name } of tables) {
        if (changedByLooking.includes(name)) continue;
        const [row] = await query<{ print: string }>(
          `select count(*) || ' ' || coalesce(md5(string_agg(row::text, ',' order by row::text)), '') as print
           from ${name} as row where tenant_id = $1`,
          [tenantId],
        );
        prints[name] = row?.print ?? "";
      }
      return prints;
    },
    close: () => pool.end(),
  };
}
