-- Expert opinions: a question to another team, person or authority, with a part of what was sent and a day by which to answer.
-- Question and answer lie with the authority that asks. The one that is asked has a row of its own that leads there; nothing else of the other
-- authority's tables is shown to it.

create table vorgaenge.opinion (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  vorgang_id uuid not null,
  asked_tenant_id uuid not null,
  asked_team_id uuid,
  asked_staff_id uuid,
  asked_by uuid not null,
  asked_at timestamptz not null,
  due_day date not null,
  -- what is shown: positions of the sections of what was sent, and files
  sections integer[] not null,
  file_ids uuid[] not null,
  -- encrypted with the asking tenant's data key
  question bytea not null,
  answer bytea,
  answered_at timestamptz,
  withdrawn_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, vorgang_id) references vorgaenge.vorgang (tenant_id, id) on delete cascade,
  check ((answer is null) = (answered_at is null)),
  check (answered_at is null or withdrawn_at is null),
  check (asked_team_id is null or asked_staff_id is null)
);
create index opinion_vorgang on vorgaenge.opinion (tenant_id, vorgang_id, asked_at);

-- The same opinion in the list of whoever is asked.
create table vorgaenge.opinion_request (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  from_tenant_id uuid not null,
  team_id uuid,
  staff_id uuid,
  leistung_title text not null,
  asked_at timestamptz not null,
  due_day date not null,
  -- answered, or taken back by who asked
  ended_at timestamptz,
  primary key (tenant_id, id)
);
create index opinion_request_open on vorgaenge.opinion_request (tenant_id, due_day, id) where ended_at is null;

alter table vorgaenge.opinion enable row level security;
alter table vorgaenge.opinion force row level security;
create policy tenant on vorgaenge.opinion using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table vorgaenge.opinion_request enable row level security;
alter table vorgaenge.opinion_request force row level security;
create policy tenant on vorgaenge.opinion_request using (tenant_id = current_setting('app.tenant_id')::uuid);
