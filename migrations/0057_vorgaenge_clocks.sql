-- How long an office may take: its own aim and the period of a law, per Leistung. The days are read from the events; `due_on` is the cache
-- for the queue.

create table vorgaenge.clock_rule (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  leistung_slug text not null,
  target_days int check (target_days between 0 and 500),
  period_count int check (period_count between 1 and 365),
  period_unit text check (period_unit in ('days', 'weeks', 'months')),
  legal_basis text not null,
  approves_by_silence boolean not null,
  on_question text not null check (on_question in ('runs-on', 'stops', 'restarts')),
  warning_days int not null check (warning_days between 0 and 60),
  -- Whose holidays count.
  land text not null,
  changed_at timestamptz not null,
  primary key (tenant_id, leistung_slug),
  check ((period_count is null) = (period_unit is null)),
  check (period_count is not null or not approves_by_silence)
);

-- The office's own names of states, for the applicant.
create table vorgaenge.state_name (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  leistung_slug text not null,
  state text not null check (state in
    ('received', 'in-progress', 'question', 'decided', 'withdrawn', 'handed-over', 'closed')),
  name text not null check (name <> ''),
  primary key (tenant_id, leistung_slug, state)
);

-- How long it took, computed from what was decided in the last twelve months.
create table vorgaenge.usual_duration (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  leistung_slug text not null,
  cases int not null,
  -- Calendar days within which a fifth, half, and four fifths were decided.
  fast_days int not null,
  middle_days int not null,
  slow_days int not null,
  computed_at timestamptz not null,
  primary key (tenant_id, leistung_slug)
);

-- Who was told on which day what is due.
create table vorgaenge.due_notice (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  staff_id uuid not null,
  day date not null,
  primary key (tenant_id, staff_id, day)
);

alter table vorgaenge.clock_rule enable row level security;
alter table vorgaenge.clock_rule force row level security;
create policy tenant on vorgaenge.clock_rule using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table vorgaenge.state_name enable row level security;
alter table vorgaenge.state_name force row level security;
create policy tenant on vorgaenge.state_name using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table vorgaenge.usual_duration enable row level security;
alter table vorgaenge.usual_duration force row level security;
create policy tenant on vorgaenge.usual_duration using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table vorgaenge.due_notice enable row level security;
alter table vorgaenge.due_notice force row level security;
create policy tenant on vorgaenge.due_notice using (tenant_id = current_setting('app.tenant_id')::uuid);

-- Days as the calendar writes them, YYYY-MM-DD, which sort as text.
alter table vorgaenge.vorgang
  add column due_on text collate "C" check (due_on ~ '^\d{4}-\d\d-\d\d$');
create index vorgang_due on vorgaenge.vorgang (tenant_id, due_on, id) where due_on is not null;

alter table vorgaenge.event drop constraint event_kind_check;
alter table vorgaenge.event add constraint event_kind_check check (kind in
  ('received', 'taken-into-work', 'question-asked', 'answered', 'decided', 'withdrawn', 'handed-over', 'closed', 'reopened',
   'note-to-applicant', 'note-from-applicant', 'assigned', 'unassigned', 'moved-to-team',
   'period-stopped', 'period-continued', 'period-restarted', 'period-extended'));
alter table vorgaenge.event drop constraint event_outcome_check;
alter table vorgaenge.event add constraint event_outcome_check check (outcome in
  ('granted', 'partly', 'refused', 'no-decision', 'granted-by-silence'));
alter table vorgaenge.event
  add column until_day text check (until_day ~ '^\d{4}-\d\d-\d\d$'),
  add constraint event_extension_check check ((kind = 'period-extended') = (until_day is not null));
