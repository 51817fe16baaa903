-- Addresses of what a portal showed once: whoever comes by an old link is led on, or told that it is gone.
create table catalogue.former_address (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  slug text not null,
  leistung_id uuid not null,
  -- What everybody could read of it last.
  title text not null,
  leika_key text,
  life_situation text not null,
  -- False where editors hid it: then nobody is told what it was called.
  is_told boolean not null,
  gone_at timestamptz not null,
  primary key (tenant_id, slug)
);
alter table catalogue.former_address enable row level security;
alter table catalogue.former_address force row level security;
create policy tenant on catalogue.former_address using (tenant_id = current_setting('app.tenant_id')::uuid);

-- Here and not in each use case: editors, plans, feeds and commands take Leistungen away. The triggers say when; a row that was never shown
-- leaves nothing.
create function catalogue.keep_former_address() returns trigger language plpgsql as $$
begin
  -- Imported only after its end: it was never shown.
  if old.valid_until < current_date and not exists (
    select from catalogue.leistung_version as version
    where version.tenant_id = old.tenant_id and version.leistung_id = old.id and version.published_at < old.valid_until + 1)
  then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  insert into catalogue.former_address (tenant_id, slug, leistung_id, title, leika_key, life_situation, is_told, gone_at)
  values (old.tenant_id, old.slug, old.id, old.title, old.leika_key, old.life_situation,
    tg_op = 'DELETE' or not (new.is_hidden or new.valid_from > current_date), least(now(), old.valid_until + 1))
  on conflict (tenant_id, slug) do update set leistung_id = excluded.leistung_id, title = excluded.title, leika_key = excluded.leika_key,
    life_situation = excluded.life_situation, is_told = excluded.is_told, gone_at = excluded.gone_at;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger former_address_deleted before delete on catalogue.leistung for each row
  when (not old.is_hidden and old.valid_from <= current_date)
  execute function catalogue.keep_former_address();
create trigger former_address_changed before update on catalogue.leistung for each row
  when (not old.is_hidden and old.valid_from <= current_date
    and (new.is_hidden or new.valid_from > current_date or new.slug <> old.slug))
  execute function catalogue.keep_former_address();

-- Offices that were closed, and who took over what they did.
create table tenants.former_office (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  slug text not null,
  name text not null,
  successor_slug text,
  gone_at timestamptz not null,
  primary key (tenant_id, slug)
);
alter table tenants.former_office enable row level security;
alter table tenants.former_office force row level security;
create policy tenant on tenants.former_office using (tenant_id = current_setting('app.tenant_id')::uuid);
