import { sql } from "kysely";
import type { Db } from "./database.ts";

export type DatabaseSize = {
  readonly bytes: number;
  /** Tables with their indexes by schema, the largest first. */
  readonly schemas: readonly {
    readonly name: string;
    readonly bytes: number;
  }[];
  /** Of the server, as it tells it. */
  readonly version: string;
};

/** How much the database takes on the server's disk. */
export async function measureDatabase(db: Db): Promise<DatabaseSize> {
  const { rows } = await sql<{
    name: string;
    bytes: number;
    whole: number;
    version: string;
  }>`
    select nspname as name, sum(pg_total_relation_size(pg_class.oid))::float8 as bytes,
      pg_database_size(current_database())::float8 as whole, current_setting('server_version') as version
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'm') and nspname not in ('pg_catalog', 'information_schema') and nspname not like 'pg\\_%'
    group by nspname order by 2 desc, 1
  `.execute(db);
  return {
    bytes: rows[0]?.whole ?? 0,
    version: rows[0]?.version ?? "",
    schemas: rows.map(({ name, bytes }) => ({ name, bytes })),
  };
}
