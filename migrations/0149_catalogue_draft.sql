-- What editors have typed and not yet published: one draft for each Leistung, seen by editors of the authority only.
create table catalogue.draft (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  leistung_id uuid not null,
  -- version that the texts were made from; 0 where none was kept
  base_version integer not null check (base_version >= 0),
  -- grows with each saving: who saves says which one they had before them
  revision integer not null check (revision > 0),
  -- input of the form → text as it was typed, also where it is not yet valid
  typed jsonb not null check (jsonb_typeof(typed) = 'object'),
  saved_at timestamptz not null,
  -- staff id
  saved_by text not null,
  primary key (tenant_id, leistung_id),
  foreign key (tenant_id, leistung_id) references catalogue.leistung (tenant_id, id) on delete cascade
);

-- What an input said before a saving: two editors' texts are put together with what both had before them.
create table catalogue.draft_change (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  leistung_id uuid not null,
  field text not null,
  revision integer not null,
  before text not null,
  primary key (tenant_id, leistung_id, field, revision),
  foreign key (tenant_id, leistung_id) references catalogue.draft (tenant_id, leistung_id) on delete cascade
);

alter table catalogue.draft enable row level security;
alter table catalogue.draft force row level security;
create policy tenant on catalogue.draft using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table catalogue.draft_change enable row level security;
alter table catalogue.draft_change force row level security;
create policy tenant on catalogue.draft_change using (tenant_id = current_setting('app.tenant_id')::uuid);
