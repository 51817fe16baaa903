-- The installation by its host, which has an index, instead of by its kind, for which every authority was read: at each page that inherits
-- something. The check on the table makes both the same.
create or replace function tenants.line_above(tenant uuid)
returns table (authority_id uuid, distance integer)
language sql stable as $$
  with recursive line (id, distance) as (
    select tenant, 0
    union all
    select authority.parent_id, line.distance + 1
    from tenants.authority join line on authority.id = line.id
    where authority.parent_id is not null and line.distance < 10
  )
  select id, distance from line
  union all
  select authority.id, 11 from tenants.authority
  where host = '' and not exists (select from line where line.id = authority.id)
$$;
