-- The line of an authority in the tree: what it inherits from, and what inherits from it. Both hold the authority itself, at distance 0.
-- The installation stands above everybody, whether or not the tree names it. The depth is bounded, so that a ring ends.

create function tenants.line_above(tenant uuid)
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
  where kind = 'installation' and not exists (select from line where line.id = authority.id)
$$;

create function tenants.line_below(tenant uuid)
returns table (authority_id uuid, distance integer)
language sql stable as $$
  with recursive line (id, distance) as (
    select tenant, 0
    union all
    select authority.id, line.distance + 1
    from tenants.authority join line on authority.parent_id = line.id
    where line.distance < 10
  )
  select id, distance from line
  union all
  select authority.id, 11 from tenants.authority
  where exists (select from tenants.authority as top where top.id = tenant and top.kind = 'installation')
    and not exists (select from line where line.id = authority.id)
$$;

-- How an authority refines a form that it did not write. Versions of an overlay never change; a publication names the one it was made with.

create table forms.overlay (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  form_key text not null check (form_key ~ '^[A-Za-z][A-Za-z0-9_-]{0,99}$'),
  version integer not null check (version > 0),
  -- see src/modules/forms/overlay.schema.json
  content jsonb not null,
  -- SHA-256 of the content as canonical JSON
  content_hash bytea not null check (octet_length(content_hash) = 32),
  created_at timestamptz not null,
  created_by text not null,
  primary key (tenant_id, form_key, version)
);

create function forms.refuse_overlay_change() returns trigger
language plpgsql as $$
begin
  raise exception 'forms.overlay never changes: save a new version instead';
end
$$;

create trigger overlay_never_changes
  before update or delete on forms.overlay
  for each row execute function forms.refuse_overlay_change();

create trigger overlay_never_emptied
  before truncate on forms.overlay
  for each statement execute function forms.refuse_overlay_change();

alter table forms.overlay enable row level security;
alter table forms.overlay force row level security;
create policy tenant on forms.overlay
  using (tenant_id = current_setting('app.tenant_id')::uuid);
-- An authority inherits from those above it. Overlays hold no personal data.
create policy line_above on forms.overlay for select
  using (tenant_id in (select authority_id from tenants.line_above(current_setting('app.tenant_id')::uuid)));

-- Who publishes nothing of its own shows what the nearest authority above publishes; who publishes sees who takes it over.
create policy line_above on forms.publication for select
  using (tenant_id in (select authority_id from tenants.line_above(current_setting('app.tenant_id')::uuid)));
create policy line_below on forms.publication for select
  using (tenant_id in (select authority_id from tenants.line_below(current_setting('app.tenant_id')::uuid)));

alter table forms.publication
  -- the version as it was imported, before overlays; null: form_version_id itself
  add column base_version_id uuid references forms.form_version (id),
  -- the tenant's own overlay in it; null: none
  add column overlay_version integer;

-- What lists show, so that they need not open the definitions. A version with overlays in it was compiled here, the others came from outside.
alter table forms.form_version
  add column title text not null generated always as (definition ->> 'title') stored,
  add column release_status text not null generated always as (definition #>> '{provenance,status}') stored,
  add column untranslated_rules integer not null
    generated always as (jsonb_array_length(definition -> 'untranslatedRules')) stored,
  add column is_refined boolean not null
    generated always as (definition #> '{provenance,overlays}' is not null) stored;
create index form_version_imported on forms.form_version (form_key, imported_at) where not is_refined;
