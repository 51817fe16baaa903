-- Who offers a Leistung where that is not the authority itself: municipal companies, the Land, the federation. Their Leistungen stand in the
-- authority's catalogue and are marked as theirs.
create table catalogue.provider (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  -- last part of its address
  slug text not null,
  kind text not null check (kind in ('company', 'land', 'federation')),
  name text not null,
  tasks text not null,
  website text,
  phone text,
  email text,
  position int not null,
  primary key (tenant_id, slug)
);
alter table catalogue.provider enable row level security;
alter table catalogue.provider force row level security;
create policy tenant on catalogue.provider using (tenant_id = current_setting('app.tenant_id')::uuid);

create table catalogue.provided (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  leistung_id uuid not null,
  provider_slug text not null,
  primary key (tenant_id, leistung_id),
  foreign key (tenant_id, leistung_id) references catalogue.leistung (tenant_id, id) on delete cascade,
  foreign key (tenant_id, provider_slug) references catalogue.provider (tenant_id, slug) on delete cascade
);
create index provided_by on catalogue.provided (tenant_id, provider_slug);
alter table catalogue.provided enable row level security;
alter table catalogue.provided force row level security;
create policy tenant on catalogue.provided using (tenant_id = current_setting('app.tenant_id')::uuid);

-- How much a Leistung is asked for: a weight that halves every thirty days, as of a moment. No days, no persons.
create table catalogue.demand (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  leistung_id uuid not null,
  weight float8 not null check (weight >= 0),
  weighed_at timestamptz not null,
  primary key (tenant_id, leistung_id),
  foreign key (tenant_id, leistung_id) references catalogue.leistung (tenant_id, id) on delete cascade
);
alter table catalogue.demand enable row level security;
alter table catalogue.demand force row level security;
create policy tenant on catalogue.demand using (tenant_id = current_setting('app.tenant_id')::uuid);

-- What was searched for in vain. Words are kept only since they were typed on several occasions; before, a hash stands for them.
create table catalogue.search_gap (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  words_hash text not null,
  words text,
  occasions int not null check (occasions > 0),
  last_at timestamptz not null,
  primary key (tenant_id, words_hash)
);
alter table catalogue.search_gap enable row level security;
alter table catalogue.search_gap force row level security;
create policy tenant on catalogue.search_gap using (tenant_id = current_setting('app.tenant_id')::uuid);

-- The word as somebody wrote it, for the editor; the search uses the stems.
alter table catalogue.synonym add column word text;
alter table catalogue.synonym add column meaning text;
