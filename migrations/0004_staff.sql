-- Caseworkers, administrators and the operator's people: local accounts, sessions, second factor.

create schema staff;

create table staff.member (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  -- e-mail address in lower case
  login text not null check (login = lower(login)),
  display_name text not null,
  password_hash text not null,
  -- set by somebody else; must be changed at the next sign-in
  password_is_one_time boolean not null default false,
  roles text[] not null check (roles <@ array['caseworker', 'admin', 'operator']),
  -- encrypted with the tenant's data key
  totp_secret bytea,
  -- last accepted 30 second step: a code counts once (RFC 6238 section 5.2)
  totp_last_step bigint,
  -- waits for the first code that proves it was scanned
  totp_pending_secret bytea,
  disabled_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, login)
);

create table staff.session (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  -- SHA-256 of the random token in the cookie; the token itself is nowhere
  id bytea not null,
  member_id uuid not null,
  -- what is still to do before it counts as signed in
  stage text not null check (stage in ('code', 'password', 'full')),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references staff.member (tenant_id, id)
);
create index session_by_member on staff.session (tenant_id, member_id, created_at);

create table staff.recovery_code (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  member_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (tenant_id, member_id, code_hash),
  foreign key (tenant_id, member_id) references staff.member (tenant_id, id)
);

-- Attempts per login, per address and per second factor; in the database, so that several processes count together.
create table staff.throttle (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  -- SHA-256 of kind and value: no addresses in clear text
  key bytea not null,
  attempts integer not null,
  last_attempt_at timestamptz not null,
  blocked_until timestamptz,
  primary key (tenant_id, key)
);
create index throttle_oldest on staff.throttle (tenant_id, last_attempt_at);

alter table staff.member enable row level security;
alter table staff.member force row level security;
create policy tenant on staff.member using (tenant_id = current_setting('app.tenant_id')::uuid);

alter table staff.session enable row level security;
alter table staff.session force row level security;
create policy tenant on staff.session using (tenant_id = current_setting('app.tenant_id')::uuid);

alter table staff.recovery_code enable row level security;
alter table staff.recovery_code force row level security;
create policy tenant on staff.recovery_code using (tenant_id = current_setting('app.tenant_id')::uuid);

alter table staff.throttle enable row level security;
alter table staff.throttle force row level security;
create policy tenant on staff.throttle using (tenant_id = current_setting('app.tenant_id')::uuid);
