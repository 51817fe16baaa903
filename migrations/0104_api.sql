-- What back-office systems reach us with: credentials of a destination, tokens, answers that are given again, and states they report.
create schema api;

create table api.client (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  destination_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  scopes text[] not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  -- how many calls since when: the limit holds over all web processes
  window_began_at timestamptz not null,
  window_calls integer not null default 0,
  primary key (tenant_id, id)
);
create index client_of_destination on api.client (tenant_id, destination_id, created_at);
alter table api.client enable row level security;
alter table api.client force row level security;
create policy tenant on api.client using (tenant_id = current_setting('app.tenant_id')::uuid);

-- Two may be valid at once, so that a system can be changed over without a gap. Only the hash is kept: a secret has 256 random bits.
create table api.secret (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  client_id uuid not null,
  id uuid not null,
  hash bytea not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  primary key (tenant_id, client_id, id),
  foreign key (tenant_id, client_id) references api.client (tenant_id, id) on delete cascade
);
alter table api.secret enable row level security;
alter table api.secret force row level security;
create policy tenant on api.secret using (tenant_id = current_setting('app.tenant_id')::uuid);

create table api.token (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  hash bytea not null,
  client_id uuid not null,
  secret_id uuid not null,
  scopes text[] not null,
  expires_at timestamptz not null,
  primary key (tenant_id, hash),
  foreign key (tenant_id, client_id, secret_id) references api.secret (tenant_id, client_id, id) on delete cascade
);
create index token_of_client on api.token (tenant_id, client_id, secret_id, expires_at);
alter table api.token enable row level security;
alter table api.token force row level security;
create policy tenant on api.token using (tenant_id = current_setting('app.tenant_id')::uuid);

-- Calls with an Idempotency-Key, and what was answered. Answers hold codes and positions, nothing of an application.
create table api.keyed_call (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  client_id uuid not null,
  key text not null check (length(key) between 1 and 200),
  fingerprint bytea not null,
  begun_at timestamptz not null,
  status smallint,
  etag text,
  body text,
  primary key (tenant_id, client_id, key),
  foreign key (tenant_id, client_id) references api.client (tenant_id, id) on delete cascade
);
create index keyed_call_by_age on api.keyed_call (tenant_id, client_id, begun_at);
alter table api.keyed_call enable row level security;
alter table api.keyed_call force row level security;
create policy tenant on api.keyed_call using (tenant_id = current_setting('app.tenant_id')::uuid);

-- What a word of theirs means in the one state model.
create table api.state_meaning (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  destination_id uuid not null,
  word text not null check (length(word) between 1 and 60),
  meaning text not null check (meaning in ('in-progress', 'question', 'granted', 'partly', 'refused', 'no-decision', 'withdrawn', 'closed')),
  primary key (tenant_id, destination_id, word)
);
alter table api.state_meaning enable row level security;
alter table api.state_meaning force row level security;
create policy tenant on api.state_meaning using (tenant_id = current_setting('app.tenant_id')::uuid);

-- Every state that was reported; without a meaning nobody has said yet what it means.
create table api.reported_state (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  destination_id uuid not null,
  delivery_id uuid not null,
  submission_id uuid not null,
  word text not null check (length(word) between 1 and 60),
  meaning text,
  reported_at timestamptz not null,
  primary key (tenant_id, id)
);
create index reported_state_of_submission on api.reported_state (tenant_id, submission_id, reported_at);
create index reported_state_of_destination on api.reported_state (tenant_id, destination_id, word) where (meaning is null);
alter table api.reported_state enable row level security;
alter table api.reported_state force row level security;
create policy tenant on api.reported_state using (tenant_id = current_setting('app.tenant_id')::uuid);

-- In the order in which a destination gets them: keyset of the list.
create index delivery_in_order on delivery.delivery (tenant_id, destination_id, created_at, id) where (state in ('accepted', 'delivered', 'rejected'));
