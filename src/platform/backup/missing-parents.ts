import type pg from "pg";

/** Foreign keys that rows of a tenant do not keep, as `schema.table (columns)`: they were loaded without being checked. */
export async function missingParents(
  client: pg.Client,
  tenantId: string,
): Promise<string[]> {
  const { rows } = await client.query<{
    what: string;
    query: string;
  }>(`
    select format('%s (%s)', conrelid::regclass, string_agg(child.attname, ', ' order by at)) as what,
           format('select 1 from %s as child where child.tenant_id = $1 and %s and not exists (select from %s as parent where %s) limit 1',
             conrelid::regclass,
             string_agg(format('child.%I is not null', child.attname), ' and '),
             confrelid::regclass,
             string_agg(format('parent.%I = child.%I', parent.attname, child.attname), ' and ')) as query
    from pg_constraint
    cross join lateral unnest(conkey, confkey) with ordinality as pair (own, other, at)
    join pg_attribute as child on child.attrelid = conrelid and child.attnum = own
    join pg_attribute as parent on parent.attrelid = confrelid and parent.attnum = other
    where contype = 'f'
      and exists (select from pg_attribute where attrelid = conrelid and attname = 'tenant_id' and not attisdropped)
    group by pg_constraint.oid, conrelid, confrelid`);
  const missing: string[] = [];
  for (const { what, query } of rows) {
    const { rowCount } = await client.query(query, [tenantId]);
    if (rowCount !== 0) missing.push(what);
  }
  return missing;
}
