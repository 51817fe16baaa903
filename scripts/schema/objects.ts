import type pg from "pg";
import { ofTheProduct } from "./columns.ts";

/** Anything besides columns, as PostgreSQL prints it. */
export type SchemaObject = {
  readonly kind:
    | "schema"
    | "extension"
    | "constraint"
    | "index"
    | "policy"
    | "trigger"
    | "row-security"
    | "view"
    | "function";
  readonly schema: string;
  /** The table it belongs to; empty for schemas, views and functions. */
  readonly table: string;
  readonly name: string;
  readonly definition: string;
};

/** Objects that our migrations made, sorted by schema, table, kind and name. */
export async function readObjects(
  client: pg.Client,
): Promise<readonly SchemaObject[]> {
  const { rows } = await client.query<SchemaObject>(`
    select kind, schema, "table", name, definition from (
      ${queries.join("\n union all \n")}
    ) as object (kind, schema, "table", name, definition)
    order by schema collate "C", "table" collate "C", kind collate "C", name collate "C", definition collate "C"
  `);
  return rows;
}

const ours = ofTheProduct("n.nspname");
const ofTable = `
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace and ${ours}`;

// Constraints of type n (named not-null) exist from PostgreSQL 18 on and say nothing that the columns do not.
const queries = [
  `select 'schema', n.nspname::text, '', '', '' from pg_catalog.pg_namespace n where ${ours}`,
  `select 'extension', '', '', extname::text, '' from pg_catalog.pg_extension where extname <> 'plpgsql'`,
  `select 'constraint', n.nspname::text, c.relname::text, k.conname::text, pg_catalog.pg_get_constraintdef(k.oid)
    from pg_catalog.pg_constraint k
    join pg_catalog.pg_class c on c.oid = k.conrelid ${ofTable}
    where k.contype in ('p', 'u', 'c', 'f', 'x')`,
  `select 'index', n.nspname::text, c.relname::text, i.relname::text, pg_catalog.pg_get_indexdef(i.oid)
    from pg_catalog.pg_index x
    join pg_catalog.pg_class i on i.oid = x.indexrelid
    join pg_catalog.pg_class c on c.oid = x.indrelid ${ofTable}
    where not exists (select from pg_catalog.pg_constraint k where k.conindid = i.oid and k.contype in ('p', 'u', 'x'))`,
  `select 'policy', n.nspname::text, c.relname::text, p.polname::text,
      case p.polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' else 'delete' end
      || case when p.polpermissive then '' else ' restrictive' end
      || coalesce(' using (' || pg_catalog.pg_get_expr(p.polqual, p.polrelid) || ')', '')
      || coalesce(' with check (' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')
    from pg_catalog.pg_policy p
    join pg_catalog.pg_class c on c.oid = p.polrelid ${ofTable}`,
  `select 'row-security', n.nspname::text, c.relname::text, '',
      case when c.relforcerowsecurity then 'forced' else 'enabled' end
    from pg_catalog.pg_class c ${ofTable}
    where c.relrowsecurity`,
  `select 'trigger', n.nspname::text, c.relname::text, t.tgname::text, pg_catalog.pg_get_triggerdef(t.oid)
    from pg_catalog.pg_trigger t
    join pg_catalog.pg_class c on c.oid = t.tgrelid ${ofTable}
    where not t.tgisinternal`,
  `select 'view', n.nspname::text, '', c.relname::text, pg_catalog.pg_get_viewdef(c.oid)
    from pg_catalog.pg_class c ${ofTable}
    where c.relkind in ('v', 'm')`,
  `select 'function', n.nspname::text, '', p.proname::text, pg_catalog.pg_get_functiondef(p.oid)
    from pg_catalog.pg_proc p
    join pg_catalog.pg_namespace n on n.oid = p.pronamespace and ${ours}
    where p.prokind in ('f', 'p')`,
];
