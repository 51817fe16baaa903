-- The end of each day's log, signed with a key that is not in the database: who rewrites entries and head together is
-- noticed by the next check. Time stamps of an outside authority prove that a seal existed at that time.

create table audit.daily_seal (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  -- last day (in Germany) that the seal covers, with everything before it
  day text not null check (day ~ '^\d{4}-\d\d-\d\d$'),
  -- number and hash of the last entry it covers
  seq bigint not null check (seq >= 1),
  hash bytea not null check (length(hash) = 32),
  key_id text not null,
  -- Ed25519
  signature bytea not null check (length(signature) = 64),
  sealed_at timestamptz not null,
  primary key (tenant_id, day)
);

create table audit.time_stamp (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  day text not null,
  -- host of the time-stamp authority
  authority text not null,
  -- the time in the token
  stamped_at timestamptz not null,
  -- the answer as it came (RFC 3161, TimeStampResp), for `openssl ts -verify`
  response bytea not null,
  primary key (tenant_id, day, authority),
  foreign key (tenant_id, day) references audit.daily_seal (tenant_id, day)
);

alter table audit.daily_seal enable row level security;
alter table audit.daily_seal force row level security;
create policy tenant on audit.daily_seal using (tenant_id = current_setting('app.tenant_id')::uuid);

alter table audit.time_stamp enable row level security;
alter table audit.time_stamp force row level security;
create policy tenant on audit.time_stamp using (tenant_id = current_setting('app.tenant_id')::uuid);

create trigger append_only before update or delete on audit.daily_seal
  for each row execute function audit.refuse_change();
create trigger append_only_truncate before truncate on audit.daily_seal
  for each statement execute function audit.refuse_change();
create trigger append_only before update or delete on audit.time_stamp
  for each row execute function audit.refuse_change();
create trigger append_only_truncate before truncate on audit.time_stamp
  for each statement execute function audit.refuse_change();
