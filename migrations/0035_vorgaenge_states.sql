-- Applicants withdraw, other authorities take over, decisions are taken up again; and somebody is responsible for a Vorgang.
-- As with the state, the events are the truth, assignee and team on the Vorgang the cache of the last of them.

alter table vorgaenge.vorgang drop constraint vorgang_state_check;
alter table vorgaenge.vorgang add constraint vorgang_state_check check (state in
  ('received', 'in-progress', 'question', 'decided', 'withdrawn', 'handed-over', 'closed'));
alter table vorgaenge.vorgang
  add column assignee_id uuid,
  -- Null: the team of the Leistung, if there is one.
  add column team_id uuid;

create index vorgang_assignee on vorgaenge.vorgang (tenant_id, assignee_id, received_at, id)
  where assignee_id is not null;
create index vorgang_team on vorgaenge.vorgang (tenant_id, team_id, received_at, id)
  where team_id is not null;
create index vorgang_leistung on vorgaenge.vorgang (tenant_id, leistung_slug, received_at, id);
create index vorgang_reference on vorgaenge.vorgang (tenant_id, reference text_pattern_ops);

alter table vorgaenge.event drop constraint event_kind_check;
alter table vorgaenge.event add constraint event_kind_check check (kind in
  ('received', 'taken-into-work', 'question-asked', 'answered', 'decided', 'withdrawn', 'handed-over', 'closed', 'reopened',
   'note-to-applicant', 'note-from-applicant', 'assigned', 'unassigned', 'moved-to-team'));
alter table vorgaenge.event
  add column assignee_id uuid,
  add column team_id uuid,
  add constraint event_assignee_check check ((kind = 'assigned') = (assignee_id is not null)),
  add constraint event_team_check check ((kind = 'moved-to-team') = (team_id is not null));
