-- Addresses of providers and topics that a portal does not have any more, as those of Leistungen in 0193.
create table catalogue.former_page (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  kind text not null check (kind in ('provider', 'topic')),
  address text not null,
  -- German; null where nobody is told: editors hid it before.
  name text,
  -- What stands in its place: the new address of a provider, the key of what a topic stood below.
  leads_to text,
  gone_at timestamptz not null,
  primary key (tenant_id, kind, address)
);
alter table catalogue.former_page enable row level security;
alter table catalogue.former_page force row level security;
create policy tenant on catalogue.former_page using (tenant_id = current_setting('app.tenant_id')::uuid);
-- Topics are those of the authorities above, too; so are the ones that are gone.
create policy line_above on catalogue.former_page for select
  using (tenant_id in (select authority_id from tenants.line_above(current_setting('app.tenant_id')::uuid)));

create function catalogue.keep_former_page() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'provider' then
    insert into catalogue.former_page (tenant_id, kind, address, name, leads_to, gone_at)
    values (old.tenant_id, 'provider', old.slug, old.name, case when tg_op = 'UPDATE' then new.slug end, now())
    on conflict (tenant_id, kind, address) do update set name = excluded.name, leads_to = excluded.leads_to, gone_at = excluded.gone_at;
  else
    insert into catalogue.former_page (tenant_id, kind, address, name, leads_to, gone_at)
    values (old.tenant_id, 'topic', old.address, case when old.is_hidden is not true then old.names->>'de' end, old.parent_key, now())
    on conflict (tenant_id, kind, address) do update set name = excluded.name, leads_to = excluded.leads_to, gone_at = excluded.gone_at;
  end if;
  return null;
end
$$;
create trigger former_page_deleted after delete on catalogue.provider for each row
  execute function catalogue.keep_former_page();
create trigger former_page_changed after update on catalogue.provider for each row
  when (new.slug <> old.slug)
  execute function catalogue.keep_former_page();
-- Only what an authority added has an address of its own.
create trigger former_page_deleted after delete on catalogue.situation for each row
  when (old.address is not null)
  execute function catalogue.keep_former_page();
