-- Sudden runs: how many may fill in an application for a Leistung at the same time, and the queue before it. Numbers only, nobody is known by them.

create schema admission;

create table admission.rule (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  leistung_slug text not null,
  places integer not null check (places between 1 and 100000),
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (tenant_id, leistung_slug)
);

create table admission.queue (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  leistung_slug text not null,
  -- The last number given, and the last one that may begin.
  issued bigint not null default 0,
  called bigint not null default 0 check (called <= issued),
  looked_at timestamptz not null,
  primary key (tenant_id, leistung_slug)
);

create table admission.call (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  leistung_slug text not null,
  first_number bigint not null,
  last_number bigint not null check (last_number >= first_number),
  called_at timestamptz not null,
  primary key (tenant_id, leistung_slug, first_number)
);

create table admission.entry (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  leistung_slug text not null,
  number bigint not null,
  entered_at timestamptz not null,
  primary key (tenant_id, leistung_slug, number)
);

alter table admission.rule enable row level security;
alter table admission.rule force row level security;
create policy tenant on admission.rule using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table admission.queue enable row level security;
alter table admission.queue force row level security;
create policy tenant on admission.queue using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table admission.call enable row level security;
alter table admission.call force row level security;
create policy tenant on admission.call using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table admission.entry enable row level security;
alter table admission.entry force row level security;
create policy tenant on admission.entry using (tenant_id = current_setting('app.tenant_id')::uuid);

create index call_lately on admission.call (tenant_id, leistung_slug, called_at);
create index entry_lately on admission.entry (tenant_id, leistung_slug, entered_at);

-- Who is filling in is counted at each step of the queue.
create index draft_at_work on submissions.draft (tenant_id, leistung_slug, updated_at);
