-- What is to be published at a moment to come: checked content, one for each Leistung, seen by editors of the authority only until then.
create table catalogue.plan (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  leistung_id uuid not null,
  -- a new one with each planning: the job of an earlier one finds nothing to do
  id uuid not null,
  content jsonb not null,
  -- version that the content was made from
  base_version integer not null check (base_version >= 0),
  publish_at timestamptz not null,
  planned_at timestamptz not null,
  -- staff id
  planned_by text not null,
  primary key (tenant_id, leistung_id),
  foreign key (tenant_id, leistung_id) references catalogue.leistung (tenant_id, id) on delete cascade
);

alter table catalogue.plan enable row level security;
alter table catalogue.plan force row level security;
create policy tenant on catalogue.plan using (tenant_id = current_setting('app.tenant_id')::uuid);
