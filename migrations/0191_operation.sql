-- How the installation fares. Figures of all tenants together: none of these tables holds anything of a tenant or of a person, so none has a policy.
create schema operation;

-- Every five minutes, for plots; kept for 30 days. One object, for a new figure needs no new column.
create table operation.sample (
  taken_at timestamptz primary key,
  figures jsonb not null
);

-- Processes that serve or work: each tells every minute that it is there, and is removed when it stops. One that was killed grows old here.
create table operation.process (
  id uuid primary key,
  serves_web boolean not null,
  works_queue boolean not null,
  version text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null
);

-- Lines of the log that tell an error, counted by what they say (the programmer's words, and the kind and code of the fault) in steps of five minutes.
create table operation.fault (
  step timestamptz not null,
  kind text not null,
  count integer not null check (count > 0),
  primary key (step, kind)
);
