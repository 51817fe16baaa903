-- The caseworkers' list reads each state by itself, in the order of the list, and merges: then one index for each filter serves every
-- part of the list and its counts. What is only looked at stands beside the key, so that counting needs no row of the table.
-- See docs/performance.md.

drop index vorgaenge.vorgang_queue;
drop index vorgaenge.vorgang_leistung;
drop index vorgaenge.vorgang_assignee;
drop index vorgaenge.vorgang_team;
drop index vorgaenge.vorgang_newest;
drop index vorgaenge.vorgang_open;
drop index vorgaenge.vorgang_open_since;
drop index vorgaenge.vorgang_open_leistung;
drop index vorgaenge.vorgang_open_assignee;

create index vorgang_queue on vorgaenge.vorgang (tenant_id, state, received_at, id)
  include (leistung_slug, assignee_id, team_id, last_position);
create index vorgang_leistung on vorgaenge.vorgang (tenant_id, leistung_slug, state, received_at, id)
  include (assignee_id, team_id, last_position);
-- Those nobody has taken as well.
create index vorgang_assignee on vorgaenge.vorgang (tenant_id, assignee_id, state, received_at, id)
  include (leistung_slug, team_id, last_position);
create index vorgang_team on vorgaenge.vorgang (tenant_id, team_id, state, received_at, id)
  include (leistung_slug, assignee_id, last_position) where team_id is not null;
-- What waits longest in its state comes first.
create index vorgang_since on vorgaenge.vorgang (tenant_id, state, state_since, id)
  include (leistung_slug, assignee_id, team_id, last_position);
-- What is due first comes first, then what has no day.
create index vorgang_due_order on vorgaenge.vorgang (tenant_id, state, (coalesce(due_on, '9999-12-31')), id);
