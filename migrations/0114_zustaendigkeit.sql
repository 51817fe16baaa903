-- Who receives what: rules of an authority for applications that reach it. Without a rule whoever offers the Leistung receives it.
create schema zustaendigkeit;

create table zustaendigkeit.rule (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  -- a Leistung of this portal by its slug, or * for all of them
  leistung_slug text not null check (leistung_slug <> ''),
  -- the first that fits counts
  position integer not null check (position > 0),
  name text not null check (length(name) between 1 and 120),
  -- all must hold: places, streets, letters, answer
  conditions jsonb not null,
  -- another authority, or who it is within this one
  to_tenant_id uuid references tenants.authority (id),
  office_slug text,
  team_id uuid,
  destination_id uuid,
  valid_from date not null,
  -- the last day
  valid_until date check (valid_until >= valid_from),
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (tenant_id, id),
  check (to_tenant_id is null or (to_tenant_id <> tenant_id and office_slug is null and team_id is null and destination_id is null)),
  check (to_tenant_id is not null or office_slug is not null or team_id is not null or destination_id is not null)
);
create index rule_of_leistung on zustaendigkeit.rule (tenant_id, leistung_slug, position);
alter table zustaendigkeit.rule enable row level security;
alter table zustaendigkeit.rule force row level security;
create policy tenant on zustaendigkeit.rule using (tenant_id = current_setting('app.tenant_id')::uuid);
