-- Leistungen and their search. Words are folded, stemmed and cut by the application, and looked up by plain equality:
-- under row-level security only leakproof operators may use an index, and those of tsvector and arrays are not.

create schema catalogue;

create table catalogue.leistung (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  slug text not null,
  -- Leistungsschlüssel (LeiKa), 14 digits
  leika_key text check (leika_key ~ '^99[0-9]{12}$'),
  title text not null,
  -- first letter of the folded title, A to Z or #
  initial text not null check (initial ~ '^[A-Z#]$'),
  teaser text not null,
  life_situation text not null,
  -- texts and lists of the page, checked by the application on the way in and out
  content jsonb not null,
  fee_cents integer check (fee_cents >= 0),
  processing_working_days integer check (processing_working_days >= 0),
  assurance_level text not null check (assurance_level in ('none', 'low', 'substantial', 'high')),
  online_maturity integer not null check (online_maturity between 0 and 4),
  form_key text,
  -- of tenants.office in the same tenant
  office_slug text not null,
  keywords text[] not null default '{}',
  -- 1 is shown first on the portal's home page; null is not shown there
  featured_position integer,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, slug)
);
create index leistung_featured on catalogue.leistung (tenant_id, featured_position) where featured_position is not null;
create index leistung_initial on catalogue.leistung (tenant_id, initial);
create index leistung_life_situation on catalogue.leistung (tenant_id, life_situation);

-- What the authority tells everybody on its home page.
create table catalogue.notice (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  kind text not null check (kind in ('info', 'warning')),
  title text not null,
  body text not null,
  visible_from timestamptz not null,
  visible_until timestamptz,
  primary key (tenant_id, id)
);

-- Inverted index: which Leistung has which stem, and where it counts most (title > keywords > teaser > text).
create table catalogue.search_entry (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  stem text not null,
  leistung_id uuid not null,
  weight integer not null,
  primary key (tenant_id, leistung_id, stem),
  foreign key (tenant_id, leistung_id) references catalogue.leistung (tenant_id, id) on delete cascade
);
create index search_entry_best on catalogue.search_entry (tenant_id, stem, weight desc, leistung_id);

-- Vocabulary of titles, keywords and teasers by trigram: finds parts of compounds and words with typing errors.
create table catalogue.search_trigram (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  trigram text not null,
  stem text not null,
  primary key (tenant_id, trigram, stem)
);

-- What people of this place say for it, besides the words built into the program.
create table catalogue.synonym (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  stem text not null,
  meaning_stem text not null,
  primary key (tenant_id, stem, meaning_stem)
);

alter table catalogue.leistung enable row level security;
alter table catalogue.leistung force row level security;
create policy tenant on catalogue.leistung using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table catalogue.notice enable row level security;
alter table catalogue.notice force row level security;
create policy tenant on catalogue.notice using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table catalogue.search_entry enable row level security;
alter table catalogue.search_entry force row level security;
create policy tenant on catalogue.search_entry using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table catalogue.search_trigram enable row level security;
alter table catalogue.search_trigram force row level security;
create policy tenant on catalogue.search_trigram using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table catalogue.synonym enable row level security;
alter table catalogue.synonym force row level security;
create policy tenant on catalogue.synonym using (tenant_id = current_setting('app.tenant_id')::uuid);
