-- Channels of the queue: jobs that lead to one place outside share it, a few at a time, and none while it is held. A place that is
-- dead then costs nobody else anything, however much waits for it.

alter table jobs.job add column channel text;
drop index jobs.job_next;
create index job_next on jobs.job (run_at) where state = 'waiting' and channel is null;
create index job_of_channel on jobs.job (channel, run_at) where state = 'waiting' and channel is not null;

-- Not a tenant's: the worker reads it for all of them. Nothing but a key, a number and a time.
create table jobs.channel (
  channel text primary key,
  -- how many of its jobs run at the same time
  slots integer not null check (slots between 1 and 8),
  -- nothing of it runs before; infinity: until somebody opens it
  held_until timestamptz not null default '-infinity'
);

-- Locked by the transaction of the job that runs in it; whose row is free and least recently served is next.
create table jobs.slot (
  channel text not null references jobs.channel (channel) on delete cascade,
  number integer not null,
  served_at timestamptz not null default '-infinity',
  primary key (channel, number)
);

alter table delivery.destination
  add column concurrency integer not null default 2 check (concurrency between 1 and 8),
  -- after so long without success a person must know
  add column patience_hours integer not null default 48 check (patience_hours between 1 and 720),
  -- who is told; empty: the mailbox of the authority
  add column office_email text,
  add column paused_at timestamptz,
  -- the circuit breaker: failures in a row, and until when nothing but one canary is sent
  add column failures integer not null default 0,
  add column open_until timestamptz,
  -- when mails went out about what does not arrive
  add column office_told_at timestamptz,
  add column administrator_told_at timestamptz;

-- closed: a person settled it otherwise, in the own workspace or by another destination
alter table delivery.delivery drop constraint delivery_state_check;
alter table delivery.delivery add constraint delivery_state_check
  check (state in ('waiting', 'accepted', 'delivered', 'rejected', 'dead', 'closed'));
-- since when the state is what it is, for what is over
alter table delivery.delivery add column settled_at timestamptz;
drop index delivery.delivery_destination;
create index delivery_of_destination on delivery.delivery (tenant_id, destination_id, state, created_at);

-- What arrived, went out and failed by destination and day. Counts and the destination's name, and nothing of any application:
-- the operator reads it over all tenants.
create table delivery.tally (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  destination_id uuid not null,
  day date not null,
  destination_name text not null,
  enqueued integer not null,
  delivered integer not null,
  failed integer not null,
  waiting integer not null,
  counted_at timestamptz not null,
  primary key (tenant_id, destination_id, day)
);
create index tally_of_day on delivery.tally (day);
