-- Base services: queue, tenant keys, mail outbox. No row-level security on jobs and mail:
-- the worker and the operator work across tenants; payloads carry ids only, mail bodies are encrypted.

create schema jobs;

create table jobs.job (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null,
  name text not null,
  payload jsonb not null,
  unique_key text,
  state text not null default 'waiting' check (state in ('waiting', 'dead')),
  attempts integer not null default 0,
  run_at timestamptz not null default now(),
  last_error text,
  created_at timestamptz not null default now(),
  died_at timestamptz
);
create index job_next on jobs.job (run_at) where state = 'waiting';
create index job_dead on jobs.job (died_at) where state = 'dead';
create unique index job_unique on jobs.job (tenant_id, name, unique_key) where state = 'waiting';

-- How often a job was started, written before it runs and outside the transaction that holds its row lock:
-- a job that kills its worker is counted too and ends as a dead letter instead of killing workers for ever.
create table jobs.start (
  job_id uuid primary key,
  starts integer not null
);

create schema installation;

-- Facts about the installation itself, e.g. that demo data was sown (production refuses to start then).
create table installation.fact (
  key text primary key,
  value text not null,
  recorded_at timestamptz not null default now()
);

create schema crypto;

-- Data key of a tenant, wrapped by a key of the installation's key ring (SECRET_KEYS).
create table crypto.tenant_key (
  tenant_id uuid not null,
  version integer not null,
  ring_key_id text not null,
  wrapped_key bytea not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, version)
);

create schema mail;

create table mail.message (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null,
  -- recipient, subject and text as one encrypted JSON; emptied once sent
  content bytea,
  kind text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'kept', 'failed')),
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index message_newest on mail.message (created_at desc);
