-- Where submissions go (destinations and routes), and the outbox: one row for each submission and destination, written in
-- the transaction of the submission. Its job in jobs.job is only the clock; the truth about a delivery is here.

create schema delivery;

create table delivery.destination (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  name text not null,
  connector_key text not null,
  -- encrypted JSON: holds secrets such as the key of a web hook
  options bytea not null,
  enabled boolean not null default true,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);

create table delivery.route (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  -- slug of the Leistung, or * for all of the tenant
  leistung_slug text not null,
  destination_id uuid not null,
  primary key (tenant_id, leistung_slug, destination_id),
  foreign key (tenant_id, destination_id) references delivery.destination (tenant_id, id) on delete cascade
);
create index route_destination on delivery.route (tenant_id, destination_id);

create table delivery.delivery (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null default gen_random_uuid(),
  submission_id uuid not null,
  destination_id uuid not null,
  -- both as the page shows them; they never change
  reference text not null,
  leistung_slug text not null,
  -- accepted: handed over, the receipt comes later
  state text not null default 'waiting' check (state in ('waiting', 'accepted', 'delivered', 'rejected', 'dead')),
  attempts integer not null default 0,
  -- when the present series of attempts began (sent in, or sent again by a person) and what was counted before
  waiting_since timestamptz not null default now(),
  attempts_before integer not null default 0,
  next_attempt_at timestamptz default now(),
  -- code, never text of the other side
  last_reason text,
  -- receipt, or the number under which the other side accepted
  receipt text,
  -- cut to what a page's cursor can carry
  created_at timestamptz not null default date_trunc('milliseconds', now()),
  delivered_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, submission_id, destination_id),
  foreign key (tenant_id, destination_id) references delivery.destination (tenant_id, id)
);
create index delivery_newest on delivery.delivery (tenant_id, state, created_at desc, id desc);
create index delivery_destination on delivery.delivery (tenant_id, destination_id);

-- Every attempt, begun before anything is sent. Without an end the worker was killed or stopped in between.
create table delivery.attempt (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  delivery_id uuid not null,
  number integer not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('delivered', 'accepted', 'rejected', 'unavailable')),
  reason text,
  primary key (tenant_id, delivery_id, number),
  foreign key (tenant_id, delivery_id) references delivery.delivery (tenant_id, id) on delete cascade
);

-- Notices to the office that are in the mail outbox already: one for each delivery, however often it is tried.
create table delivery.notice (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  delivery_id uuid not null,
  put_at timestamptz not null,
  primary key (tenant_id, delivery_id)
);

alter table delivery.destination enable row level security;
alter table delivery.destination force row level security;
create policy tenant on delivery.destination using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table delivery.route enable row level security;
alter table delivery.route force row level security;
create policy tenant on delivery.route using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table delivery.delivery enable row level security;
alter table delivery.delivery force row level security;
create policy tenant on delivery.delivery using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table delivery.attempt enable row level security;
alter table delivery.attempt force row level security;
create policy tenant on delivery.attempt using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table delivery.notice enable row level security;
alter table delivery.notice force row level security;
create policy tenant on delivery.notice using (tenant_id = current_setting('app.tenant_id')::uuid);
