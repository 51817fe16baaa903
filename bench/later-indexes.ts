import type pg from "pg";

/**
 * Drops the indexes of tables, and keys that no foreign key refers to: making them after all rows are there is much quicker. Gives the
 * statements that make them again; each belongs to one table.
 */
export async function dropIndexes(
  client: pg.Client,
  tables: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await client.query<{ drop: string; make: string }>(
    `select format('drop index %I.%I', schemaname, indexname) as drop, indexdef as make
     from pg_indexes
     where format('%I.%I', schemaname, tablename) = any($1)
       and not exists (select from pg_constraint where conname = indexname and connamespace = schemaname::regnamespace)
     union all
     select format('alter table %s drop constraint %I', conrelid::regclass, conname),
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
     from pg_constraint as key
     where contype in ('p', 'u') and conrelid = any($1::regclass[])
       and not exists (select from pg_constraint as reference where reference.contype = 'f' and reference.conindid = key.conindid)`,
    [tables],
  );
  for (const { drop } of rows) await client.query(drop);
  return rows.map(({ make }) => make);
}
