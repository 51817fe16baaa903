-- Signing in at others: the state's account, BundID, an Organisationskonto. All rows carry the installation's own tenant, as accounts do.

create schema federation;

create table federation.identity_provider (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  -- part of addresses and of every identity it confirmed: never reused for another provider
  key text not null check (key ~ '^[a-z][a-z0-9-]{1,38}$' and key not in ('local', 'counter', 'self')),
  kind text not null check (kind in ('oidc', 'saml', 'bundid', 'muk')),
  name_de text not null,
  name_en text not null,
  description_de text not null,
  description_en text not null,
  -- checked by the protocol; nothing secret
  configuration jsonb not null,
  -- encrypted: client secret, private keys
  secrets bytea not null,
  -- the highest it can prove
  assurance_level text not null check (assurance_level in ('low', 'substantial', 'high')),
  -- the portal that offers it; null: all
  portal_tenant_id uuid,
  enabled boolean not null default true,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, key)
);

-- A sign-in on its way. What came from the browser is found here again; nothing of it is taken from the answer.
create table federation.attempt (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  provider text not null,
  purpose text not null check (purpose in ('sign-in', 'step-up', 'sign-out')),
  portal_tenant_id uuid not null,
  -- a checked path of that portal
  return_path text not null,
  needed_level text not null check (needed_level in ('none', 'low', 'substantial', 'high')),
  -- whose session it was begun in
  account_id uuid,
  session_id bytea,
  -- SHA-256 of the key in the browser's cookie
  browser_hash bytea not null,
  -- SHA-256 of what the answer names it by: state, RelayState
  request_hash bytea,
  -- encrypted: verifier, nonce, request id
  secrets bytea,
  -- SHA-256 of the token that hands the result over to the portal
  handover_hash bytea,
  -- encrypted: the identity, or why there is none
  outcome bytea,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  completed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, provider) references federation.identity_provider (tenant_id, key) on delete cascade
);
create unique index attempt_by_request on federation.attempt (tenant_id, provider, request_hash);
create unique index attempt_by_handover on federation.attempt (tenant_id, handover_hash);
create index attempt_expiry on federation.attempt (tenant_id, expires_at);

-- Each assertion and each logout token counts once (TR-03160-2).
create table federation.used_assertion (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  provider text not null,
  -- SHA-256 of its id
  assertion_hash bytea not null,
  -- from then on it is refused for its age
  expires_at timestamptz not null,
  primary key (tenant_id, provider, assertion_hash)
);
create index used_assertion_expiry on federation.used_assertion (tenant_id, expires_at);

-- Which session here was opened by which session there: for signing out on both sides.
create table federation.provider_session (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  -- as in accounts.session
  session_id bytea not null,
  provider text not null,
  -- keyed hash of the provider's name of the person
  subject_fingerprint bytea not null,
  -- SHA-256 of the provider's name of its session
  provider_session_hash bytea,
  -- encrypted: what the provider wants to see at the sign-out
  hint bytea not null,
  expires_at timestamptz not null,
  primary key (tenant_id, session_id)
);
create index provider_session_by_subject on federation.provider_session (tenant_id, provider, subject_fingerprint);
create index provider_session_expiry on federation.provider_session (tenant_id, expires_at);

-- Circuit breaker, shared by all processes.
create table federation.provider_health (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  provider text not null,
  -- in a row; 0: it answers
  failures integer not null,
  -- code of the last failure
  reason text,
  checked_at timestamptz not null,
  -- nobody asks before
  next_check_at timestamptz not null,
  primary key (tenant_id, provider),
  foreign key (tenant_id, provider) references federation.identity_provider (tenant_id, key) on delete cascade
);

alter table federation.identity_provider enable row level security;
alter table federation.identity_provider force row level security;
create policy tenant on federation.identity_provider using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table federation.attempt enable row level security;
alter table federation.attempt force row level security;
create policy tenant on federation.attempt using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table federation.used_assertion enable row level security;
alter table federation.used_assertion force row level security;
create policy tenant on federation.used_assertion using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table federation.provider_session enable row level security;
alter table federation.provider_session force row level security;
create policy tenant on federation.provider_session using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table federation.provider_health enable row level security;
alter table federation.provider_health force row level security;
create policy tenant on federation.provider_health using (tenant_id = current_setting('app.tenant_id')::uuid);
