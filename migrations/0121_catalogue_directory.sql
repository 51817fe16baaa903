-- What a directory such as that of the Land delivers (XZuFi): each record as it came, who is responsible where, and the runs that brought it.

create table catalogue.directory_entry (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  -- what delivers it, such as the name of a feed
  source text not null,
  kind text not null check (kind in ('leistung', 'specialisation', 'organisation', 'online-service', 'zustaendigkeit')),
  -- how the source names it
  key text not null,
  content jsonb not null,
  primary key (tenant_id, source, kind, key)
);

-- Area (ARS, empty for everywhere) in which a record answers for a Leistung.
create table catalogue.directory_area (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  source text not null,
  kind text not null,
  key text not null,
  leistung_key text not null,
  area text not null,
  primary key (tenant_id, source, kind, key, leistung_key, area),
  foreign key (tenant_id, source, kind, key) references catalogue.directory_entry (tenant_id, source, kind, key) on delete cascade
);
create index directory_area_leistung on catalogue.directory_area (tenant_id, source, leistung_key);

create table catalogue.import_run (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  source text not null,
  -- of what is read: the same again goes on where it was interrupted
  fingerprint text not null,
  state text not null check (state in ('reading', 'applied', 'refused')),
  -- what came of it, and up to 200 records that were skipped with the reason
  report jsonb not null default '{}',
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);
create index import_run_newest on catalogue.import_run (tenant_id, started_at desc);

-- Records that have been read while the file has not been read to its end. Nobody sees them.
create table catalogue.import_record (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  run_id uuid not null,
  position integer not null,
  kind text not null,
  key text not null,
  -- null: the source deletes it
  content jsonb,
  areas jsonb not null default '[]',
  primary key (tenant_id, run_id, position),
  foreign key (tenant_id, run_id) references catalogue.import_run (tenant_id, id) on delete cascade
);

alter table catalogue.directory_entry enable row level security;
alter table catalogue.directory_entry force row level security;
create policy tenant on catalogue.directory_entry using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table catalogue.directory_area enable row level security;
alter table catalogue.directory_area force row level security;
create policy tenant on catalogue.directory_area using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table catalogue.import_run enable row level security;
alter table catalogue.import_run force row level security;
create policy tenant on catalogue.import_run using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table catalogue.import_record enable row level security;
alter table catalogue.import_record force row level security;
create policy tenant on catalogue.import_record using (tenant_id = current_setting('app.tenant_id')::uuid);
