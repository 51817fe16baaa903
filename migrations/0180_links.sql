-- Whether the links in what a portal shows still lead somewhere.

create schema links;

create table links.link (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  -- As it is called; without anything but ASCII, and short enough for an index.
  url text not null check (length(url) <= 1500),
  state text not null default 'unchecked'
    check (state in ('unchecked', 'fine', 'moved', 'failing', 'broken', 'gone', 'skipped')),
  detail text,
  moved_to text,
  since timestamptz,
  checked_at timestamptz,
  next_at timestamptz not null,
  -- When editors were told that it is broken.
  told_at timestamptz,
  primary key (tenant_id, url)
);
create index link_due on links.link (tenant_id, next_at);
create index link_state on links.link (tenant_id, state);

create table links.use (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  url text not null,
  kind text not null check (kind in ('leistung', 'provider')),
  place_id text not null,
  title text not null,
  seen_at timestamptz not null,
  primary key (tenant_id, url, kind, place_id),
  foreign key (tenant_id, url) references links.link (tenant_id, url) on delete cascade
);

create table links.run (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  collected_at timestamptz,
  told_at timestamptz,
  primary key (tenant_id)
);

alter table links.link enable row level security;
alter table links.link force row level security;
create policy tenant on links.link using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table links.use enable row level security;
alter table links.use force row level security;
create policy tenant on links.use using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table links.run enable row level security;
alter table links.run force row level security;
create policy tenant on links.run using (tenant_id = current_setting('app.tenant_id')::uuid);
