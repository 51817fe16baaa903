import pg from "pg";

export type TableShape = {
  readonly schema: string;
  readonly name: string;
  /** Those that are stored as they came; what the database computes by itself is left out. */
  readonly columns: readonly string[];
};

/** All tables of the portal, in the order of their names. `migrations.applied` is not among them: the migrations write it. */
export async function listTables(client: pg.Client): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(`
    select n.nspname as schema, c.relname as name,
           array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'migrations')
    group by n.nspname, c.relname order by 1, 2`);
  return rows;
}

export function quoted({
  schema,
  name,
}: Pick<TableShape, "schema" | "name">): string {
  return `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
}

export function columnList(columns: readonly string[]): string {
  return columns.map((column) => pg.escapeIdentifier(column)).join(", ");
}
