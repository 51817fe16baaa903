-- The caseworkers' list with a million Vorgänge: search, indexes for its filters, what each person keeps, and batches.

-- Words of an application to search by, never in plain text: the first eight bytes of a keyed hash (HMAC) under the tenant's own key, of
-- the word as `foldText` writes it. See docs/adr/0028.
create table vorgaenge.search_word (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  vorgang_id uuid not null,
  word bigint not null,
  primary key (tenant_id, vorgang_id, word),
  foreign key (tenant_id, vorgang_id) references vorgaenge.vorgang (tenant_id, id) on delete cascade
);
create index search_word_word on vorgaenge.search_word (tenant_id, word, vorgang_id);

alter table vorgaenge.vorgang
  -- Which rules made the words of this Vorgang; 0: none were made yet.
  add column search_version smallint not null default 0,
  -- For live lists: when the row was last written.
  add column changed_at timestamptz not null default now();

create index vorgang_unindexed on vorgaenge.vorgang (tenant_id, id) where search_version = 0;
create index vorgang_changed on vorgaenge.vorgang (tenant_id, changed_at);
-- What waits longest in its state comes first.
create index vorgang_open_since on vorgaenge.vorgang (tenant_id, state_since, id)
  where state in ('received', 'in-progress', 'question');
-- Most lists show what is open, which is little of all there is.
create index vorgang_open_leistung on vorgaenge.vorgang (tenant_id, leistung_slug, received_at, id)
  where state in ('received', 'in-progress', 'question');
create index vorgang_open_assignee on vorgaenge.vorgang (tenant_id, assignee_id, received_at, id)
  where state in ('received', 'in-progress', 'question');

-- A list somebody comes back to: its address, under a name. Shared: everybody in the team sees it.
create table vorgaenge.saved_view (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  owner_id uuid not null,
  team_id uuid,
  name text not null check (name <> ''),
  query text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index saved_view_owner on vorgaenge.saved_view (tenant_id, owner_id);
create index saved_view_team on vorgaenge.saved_view (tenant_id, team_id) where team_id is not null;

-- How somebody wants their list: columns in their order, and whether single keys do something.
create table vorgaenge.queue_layout (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  staff_id uuid not null,
  columns text[] not null,
  has_shortcuts boolean not null,
  primary key (tenant_id, staff_id)
);

-- One action on many Vorgänge, worked off by a job. Each item keeps what the caseworker saw, and what came of it.
create table vorgaenge.batch (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  staff_id uuid not null,
  action text not null,
  -- Which person, team or step; empty where the action needs none.
  target text not null,
  -- Text to the applicants, encrypted with the tenant's data key.
  note bytea,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (tenant_id, id)
);
create index batch_staff on vorgaenge.batch (tenant_id, staff_id, created_at);

create table vorgaenge.batch_item (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  batch_id uuid not null,
  place integer not null,
  vorgang_id uuid not null,
  reference text not null,
  expected_position integer not null,
  -- `done`, or why not; null while it waits.
  result text,
  primary key (tenant_id, batch_id, place),
  foreign key (tenant_id, batch_id) references vorgaenge.batch (tenant_id, id) on delete cascade
);
create index batch_item_waiting on vorgaenge.batch_item (tenant_id, batch_id, place) where result is null;

alter table vorgaenge.search_word enable row level security;
alter table vorgaenge.search_word force row level security;
create policy tenant on vorgaenge.search_word using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table vorgaenge.saved_view enable row level security;
alter table vorgaenge.saved_view force row level security;
create policy tenant on vorgaenge.saved_view using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table vorgaenge.queue_layout enable row level security;
alter table vorgaenge.queue_layout force row level security;
create policy tenant on vorgaenge.queue_layout using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table vorgaenge.batch enable row level security;
alter table vorgaenge.batch force row level security;
create policy tenant on vorgaenge.batch using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table vorgaenge.batch_item enable row level security;
alter table vorgaenge.batch_item force row level security;
create policy tenant on vorgaenge.batch_item using (tenant_id = current_setting('app.tenant_id')::uuid);
