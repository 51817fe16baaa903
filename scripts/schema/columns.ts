import type pg from "pg";

export type Column = {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  /** As PostgreSQL writes it, e.g. `timestamp with time zone` or `text[]`. */
  readonly type: string;
  readonly notNull: boolean;
  /** The expression, or null. */
  readonly default: string | null;
  /** `always` or `by default` for an identity, `stored` for a computed column, else null. */
  readonly generated: "always" | "by default" | "stored" | null;
  /** Condition of a check constraint on this column alone that lists values, or null. */
  readonly check: string | null;
};

/** Columns of all tables of the product, in the order of their schema, table and position. */
export async function readColumns(
  client: pg.Client,
): Promise<readonly Column[]> {
  const { rows } = await client.query<Column>(`
    select n.nspname as schema, c.relname as table, a.attname as name,
      pg_catalog.format_type(a.atttypid, a.atttypmod) as type,
      a.attnotnull as "notNull",
      pg_catalog.pg_get_expr(d.adbin, d.adrelid) as default,
      case when a.attidentity = 'a' then 'always'
        when a.attidentity = 'd' then 'by default'
        when a.attgenerated = 's' then 'stored' end as generated,
      (select pg_catalog.pg_get_constraintdef(k.oid)
        from pg_catalog.pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
          and pg_catalog.pg_get_constraintdef(k.oid) ~ ' = ANY \\(+ARRAY'
        order by k.conname collate "C" limit 1) as check
    from pg_catalog.pg_attribute a
    join pg_catalog.pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    left join pg_catalog.pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where a.attnum > 0 and not a.attisdropped and ${ofTheProduct("n.nspname")}
    order by n.nspname collate "C", c.relname collate "C", a.attnum
  `);
  return rows;
}

/** SQL condition: a schema that our migrations made. */
export function ofTheProduct(schemaName: string): string {
  return `${schemaName} !~ '^pg_' and ${schemaName} not in ('information_schema', 'public')`;
}
