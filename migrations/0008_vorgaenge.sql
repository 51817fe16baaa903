-- One Vorgang per submission, in the queue of the authority that decides. The events are the truth and append-only;
-- state, state_since, outcome and last_position on the Vorgang are a cache of the last event for fast lists.

create schema vorgaenge;

create table vorgaenge.vorgang (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  submission_id uuid not null,
  reference text not null,
  leistung_slug text not null,
  leistung_title text not null,
  received_at timestamptz not null,
  state text not null check (state in ('received', 'in-progress', 'question', 'decided', 'closed')),
  state_since timestamptz not null,
  last_position integer not null,
  primary key (tenant_id, id),
  unique (tenant_id, submission_id)
);
create index vorgang_queue on vorgaenge.vorgang (tenant_id, state, received_at, id);
create index vorgang_open on vorgaenge.vorgang (tenant_id, received_at, id)
  where state in ('received', 'in-progress', 'question');

create table vorgaenge.event (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  vorgang_id uuid not null,
  -- 1, 2, 3 … within the Vorgang
  position integer not null check (position >= 1),
  kind text not null check (kind in
    ('received', 'taken-into-work', 'question-asked', 'answered', 'decided', 'closed', 'note-to-applicant')),
  outcome text check (outcome in ('granted', 'partly', 'refused', 'no-decision')),
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('guest', 'staff', 'system')),
  actor_id text not null,
  -- text to the applicant, encrypted with the tenant's data key
  note bytea,
  primary key (tenant_id, vorgang_id, position),
  foreign key (tenant_id, vorgang_id) references vorgaenge.vorgang (tenant_id, id),
  check ((kind = 'decided') = (outcome is not null))
);

-- What a member of staff has already seen; everything after it is unread for them.
create table vorgaenge.read_mark (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  staff_id uuid not null,
  vorgang_id uuid not null,
  position integer not null,
  primary key (tenant_id, staff_id, vorgang_id),
  foreign key (tenant_id, vorgang_id) references vorgaenge.vorgang (tenant_id, id)
);

alter table vorgaenge.vorgang enable row level security;
alter table vorgaenge.vorgang force row level security;
create policy tenant on vorgaenge.vorgang using (tenant_id = current_setting('app.tenant_id')::uuid);

alter table vorgaenge.event enable row level security;
alter table vorgaenge.event force row level security;
create policy tenant on vorgaenge.event using (tenant_id = current_setting('app.tenant_id')::uuid);

alter table vorgaenge.read_mark enable row level security;
alter table vorgaenge.read_mark force row level security;
create policy tenant on vorgaenge.read_mark using (tenant_id = current_setting('app.tenant_id')::uuid);

create function vorgaenge.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'events of a Vorgang are append-only: % refused', tg_op
    using errcode = 'insufficient_privilege';
end
$$;

create trigger append_only before update or delete on vorgaenge.event
  for each row execute function vorgaenge.refuse_change();
create trigger append_only_truncate before truncate on vorgaenge.event
  for each statement execute function vorgaenge.refuse_change();
