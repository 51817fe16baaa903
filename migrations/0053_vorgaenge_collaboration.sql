-- What colleagues put on a Vorgang for each other: labels, notes, links. The applicant sees none of it.

create table vorgaenge.label (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  name text not null check (name <> ''),
  colour text not null check (colour in ('grey', 'blue', 'green', 'yellow', 'red', 'violet')),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);

create table vorgaenge.vorgang_label (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  vorgang_id uuid not null,
  label_id uuid not null,
  primary key (tenant_id, vorgang_id, label_id),
  foreign key (tenant_id, vorgang_id) references vorgaenge.vorgang (tenant_id, id) on delete cascade,
  foreign key (tenant_id, label_id) references vorgaenge.label (tenant_id, id) on delete cascade
);
create index vorgang_label_label on vorgaenge.vorgang_label (tenant_id, label_id, vorgang_id);

create table vorgaenge.internal_note (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  vorgang_id uuid not null,
  author_id uuid not null,
  at timestamptz not null,
  -- encrypted with the tenant's data key
  text bytea not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, vorgang_id) references vorgaenge.vorgang (tenant_id, id) on delete cascade
);
create index internal_note_vorgang on vorgaenge.internal_note (tenant_id, vorgang_id, at, id);

-- Something on a Vorgang that is meant for one member of staff; new for them until they open it.
create table vorgaenge.staff_notice (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  staff_id uuid not null,
  -- the note that names them, or the opinion they had asked for
  subject_id uuid not null,
  vorgang_id uuid not null,
  kind text not null check (kind in ('mentioned', 'opinion-given')),
  at timestamptz not null,
  seen_at timestamptz,
  primary key (tenant_id, staff_id, subject_id),
  foreign key (tenant_id, vorgang_id) references vorgaenge.vorgang (tenant_id, id) on delete cascade
);
create index staff_notice_new on vorgaenge.staff_notice (tenant_id, staff_id, at) where seen_at is null;
create index staff_notice_vorgang on vorgaenge.staff_notice (tenant_id, vorgang_id, subject_id);

create table vorgaenge.link (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  from_id uuid not null,
  to_id uuid not null,
  kind text not null check (kind in ('belongs-to', 'follows', 'duplicate-of')),
  created_at timestamptz not null,
  primary key (tenant_id, from_id, to_id),
  foreign key (tenant_id, from_id) references vorgaenge.vorgang (tenant_id, id) on delete cascade,
  foreign key (tenant_id, to_id) references vorgaenge.vorgang (tenant_id, id) on delete cascade,
  check (from_id <> to_id)
);
create index link_to on vorgaenge.link (tenant_id, to_id, from_id);

alter table vorgaenge.label enable row level security;
alter table vorgaenge.label force row level security;
create policy tenant on vorgaenge.label using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table vorgaenge.vorgang_label enable row level security;
alter table vorgaenge.vorgang_label force row level security;
create policy tenant on vorgaenge.vorgang_label using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table vorgaenge.internal_note enable row level security;
alter table vorgaenge.internal_note force row level security;
create policy tenant on vorgaenge.internal_note using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table vorgaenge.staff_notice enable row level security;
alter table vorgaenge.staff_notice force row level security;
create policy tenant on vorgaenge.staff_notice using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table vorgaenge.link enable row level security;
alter table vorgaenge.link force row level security;
create policy tenant on vorgaenge.link using (tenant_id = current_setting('app.tenant_id')::uuid);
