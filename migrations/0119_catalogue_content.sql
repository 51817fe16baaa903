-- What a Leistung inherits, its published states, and the tree of situations. The content itself follows FIM: see the module's README.

alter table catalogue.leistung
  add column is_hidden boolean not null default false,
  -- first and last day it is shown, out of the content
  add column valid_from date not null default '-infinity',
  add column valid_until date not null default 'infinity';

-- Content of the authority above or of an import that a Leistung is made of; what the tenant replaced is named with what it replaced.
create table catalogue.inherited (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  leistung_id uuid not null,
  -- 'import:' and the source of the file, or 'portal:' and the host of the portal above
  source text not null,
  -- how the source names it
  source_key text not null,
  content jsonb not null,
  -- key of the content → hash of the inherited value when it was replaced
  overridden jsonb not null default '{}',
  taken_at timestamptz not null,
  primary key (tenant_id, leistung_id),
  unique (tenant_id, source, source_key),
  foreign key (tenant_id, leistung_id) references catalogue.leistung (tenant_id, id) on delete cascade
);

-- Every state that was ever to be read by everybody, oldest first.
create table catalogue.leistung_version (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  leistung_id uuid not null,
  version integer not null check (version > 0),
  content jsonb not null,
  -- hash of the content: the same content again is no new version
  hash text not null,
  published_at timestamptz not null,
  -- staff id; null for imports and commands
  published_by text,
  primary key (tenant_id, leistung_id, version),
  foreign key (tenant_id, leistung_id) references catalogue.leistung (tenant_id, id) on delete cascade
);

-- What an authority adds to the tree of situations that is built in, renames or hides.
create table catalogue.situation (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  key text not null,
  parent_key text,
  audience text not null check (audience in ('citizen', 'business')),
  -- what stands for it in an address
  address text not null check (address ~ '^[a-z0-9-]+$'),
  -- language → name
  names jsonb not null,
  position integer not null,
  is_hidden boolean not null default false,
  primary key (tenant_id, key),
  unique (tenant_id, address)
);

-- Which Leistungen stand where in the tree.
create table catalogue.leistung_situation (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  situation_key text not null,
  leistung_id uuid not null,
  primary key (tenant_id, situation_key, leistung_id),
  foreign key (tenant_id, leistung_id) references catalogue.leistung (tenant_id, id) on delete cascade
);
create index leistung_situation_leistung on catalogue.leistung_situation (tenant_id, leistung_id);

alter table catalogue.inherited enable row level security;
alter table catalogue.inherited force row level security;
create policy tenant on catalogue.inherited using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table catalogue.leistung_version enable row level security;
alter table catalogue.leistung_version force row level security;
create policy tenant on catalogue.leistung_version using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table catalogue.situation enable row level security;
alter table catalogue.situation force row level security;
create policy tenant on catalogue.situation using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table catalogue.leistung_situation enable row level security;
alter table catalogue.leistung_situation force row level security;
create policy tenant on catalogue.leistung_situation using (tenant_id = current_setting('app.tenant_id')::uuid);
