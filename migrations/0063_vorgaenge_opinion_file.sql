-- Files of an expert opinion. They lie with the authority that asked, encrypted with its key; the expert's authority keeps nothing of them.

create table vorgaenge.opinion_file (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  file_id uuid not null,
  opinion_id uuid not null,
  position integer not null,
  -- encrypted with the asking tenant's data key
  filename bytea not null,
  media_type text not null,
  size_bytes integer not null check (size_bytes > 0),
  sha256 text not null,
  scan text not null check (scan in ('clean', 'unscanned')),
  added_at timestamptz not null,
  primary key (tenant_id, file_id),
  foreign key (tenant_id, opinion_id) references vorgaenge.opinion (tenant_id, id) on delete cascade
);
create index opinion_file_of_opinion on vorgaenge.opinion_file (tenant_id, opinion_id, position);

alter table vorgaenge.opinion_file enable row level security;
alter table vorgaenge.opinion_file force row level security;
create policy tenant on vorgaenge.opinion_file using (tenant_id = current_setting('app.tenant_id')::uuid);
