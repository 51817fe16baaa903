-- Handing a Vorgang over to the authority that is responsible. Each authority is a controller of its own (Art. 4 Nr. 7 DSGVO), so the receiving
-- one has a Vorgang of its own; the giving one keeps its history, read-only. Each side has a row of its own in its own tenant.

alter table vorgaenge.event drop constraint event_kind_check;
alter table vorgaenge.event add constraint event_kind_check check (kind in
  ('received', 'taken-into-work', 'question-asked', 'answered', 'decided', 'withdrawn', 'handed-over', 'returned', 'closed', 'reopened',
   'note-to-applicant', 'note-from-applicant', 'assigned', 'unassigned', 'moved-to-team',
   'period-stopped', 'period-continued', 'period-restarted', 'period-extended'));

-- Caches of the two tables below, for the list: the authority that has it now, and the name of whom it came from.
alter table vorgaenge.vorgang
  add column handed_to uuid,
  add column arrived_from text;

-- What this authority has given away.
create table vorgaenge.hand_over (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  vorgang_id uuid not null,
  -- number of the event, whose note is the reason
  position integer not null,
  to_tenant_id uuid not null,
  to_name text not null,
  at timestamptz not null,
  -- it came back, or was called back
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, vorgang_id) references vorgaenge.vorgang (tenant_id, id) on delete cascade
);
create unique index hand_over_one on vorgaenge.hand_over (tenant_id, vorgang_id) where ended_at is null;
create index hand_over_vorgang on vorgaenge.hand_over (tenant_id, vorgang_id, position);

-- What came to this authority otherwise than by its own portal.
create table vorgaenge.arrival (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  -- the same as of the row of the authority that gave it
  id uuid not null,
  vorgang_id uuid not null,
  -- number of the event it came with
  position integer not null,
  source text not null check (source in ('handed-over', 'fit-connect')),
  -- an authority of this installation
  from_tenant_id uuid,
  from_name text not null,
  -- the way it has gone, the first authority first
  trail text[] not null,
  at timestamptz not null,
  is_call_back boolean not null default false,
  -- reason and notes that travelled along, encrypted with the tenant's data key
  note bytea,
  primary key (tenant_id, id),
  foreign key (tenant_id, vorgang_id) references vorgaenge.vorgang (tenant_id, id) on delete cascade
);
create index arrival_vorgang on vorgaenge.arrival (tenant_id, vorgang_id, position);

alter table vorgaenge.hand_over enable row level security;
alter table vorgaenge.hand_over force row level security;
create policy tenant on vorgaenge.hand_over using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table vorgaenge.arrival enable row level security;
alter table vorgaenge.arrival force row level security;
create policy tenant on vorgaenge.arrival using (tenant_id = current_setting('app.tenant_id')::uuid);
