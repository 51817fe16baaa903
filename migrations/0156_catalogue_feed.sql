-- Where an authority has its Leistungen fetched from, how often, and what came of it the last time.

create table catalogue.feed (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  source text not null,
  url text not null check (char_length(url) <= 2000),
  mode text not null check (mode in ('whole', 'delta')),
  every_hours integer not null check (every_hours between 1 and 720),
  -- What the other side said of the document that was taken last; sent back so that it need not send it again.
  etag text,
  last_modified text,
  -- The last file of an index of changes that was taken.
  last_file text,
  next_at timestamptz not null,
  asked_at timestamptz,
  -- What came of it; null until it was asked for the first time.
  outcome text,
  detail text,
  primary key (tenant_id, source)
);
alter table catalogue.feed enable row level security;
alter table catalogue.feed force row level security;
create policy tenant on catalogue.feed using (tenant_id = current_setting('app.tenant_id')::uuid);
