-- Servicekonto: one account for all portals. Its rows carry the installation's own tenant, whose data key encrypts them.

create schema accounts;

create table accounts.account (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  -- encrypted
  display_name bytea not null,
  email bytea,
  -- keyed hash of the address in lower case: found without being readable
  email_fingerprint bytea,
  email_confirmed_at timestamptz,
  -- null: signs in by other means only
  password_hash text,
  -- encrypted
  totp_secret bytea,
  -- last accepted 30 second step: a code counts once (RFC 6238 section 5.2)
  totp_last_step bigint,
  -- waits for the first code that proves it was scanned
  totp_pending_secret bytea,
  locale text not null default 'de' check (locale in ('de', 'en')),
  created_at timestamptz not null,
  last_signed_in_at timestamptz not null,
  -- told that the account will be removed because nobody uses it (OZG § 8 Abs. 7)
  removal_announced_at timestamptz,
  primary key (tenant_id, id)
);
create unique index account_by_email on accounts.account (tenant_id, email_fingerprint);
create index account_unused on accounts.account (tenant_id, last_signed_in_at);

-- What proves who somebody is, besides the password: an account at the Land, BundID, an Organisationskonto, an ID card shown at the counter.
create table accounts.identity (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  account_id uuid not null,
  -- key of the identity provider, or 'counter'
  provider text not null,
  -- keyed hash of the provider's stable name of the person (bPK2, sub)
  subject_fingerprint bytea not null,
  -- encrypted
  subject bytea not null,
  -- the highest this identity was ever proven with
  assurance_level text not null check (assurance_level in ('low', 'substantial', 'high')),
  linked_at timestamptz not null,
  last_used_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts.account (tenant_id, id) on delete cascade
);
create unique index identity_by_subject on accounts.identity (tenant_id, provider, subject_fingerprint);
create index identity_of_account on accounts.identity (tenant_id, account_id);

-- Only what the catalogue of OZG § 8 allows; each value knows where it comes from and how sure it is.
create table accounts.profile_value (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  account_id uuid not null,
  attribute text not null,
  -- encrypted
  value bytea not null,
  -- key of the identity provider, 'counter', or 'self' for what the person typed
  source text not null,
  assurance_level text not null check (assurance_level in ('none', 'low', 'substantial', 'high')),
  obtained_at timestamptz not null,
  primary key (tenant_id, account_id, attribute),
  foreign key (tenant_id, account_id) references accounts.account (tenant_id, id) on delete cascade
);

create table accounts.session (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  -- SHA-256 of the random token in the cookie; the token itself is nowhere
  id bytea not null,
  account_id uuid not null,
  -- the portal it was opened on; counts nowhere else
  portal_tenant_id uuid not null,
  -- a second factor is still to be given, or signed in
  stage text not null check (stage in ('code', 'full')),
  assurance_level text not null check (assurance_level in ('low', 'substantial', 'high')),
  -- how the person signed in: 'local' or key of the identity provider
  provider text not null,
  -- such as "Firefox, Windows"; for the list of sessions
  device text not null,
  -- the organisation or person that is acted for; null: oneself
  party_id uuid,
  party_kind text check (party_kind in ('organisation', 'person')),
  -- encrypted
  party_name bytea,
  party_may text check (party_may in ('prepare', 'sign')),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (tenant_id, id),
  check ((party_id is null) = (party_kind is null) and (party_id is null) = (party_may is null) and (party_id is null) = (party_name is null)),
  foreign key (tenant_id, account_id) references accounts.account (tenant_id, id) on delete cascade
);
create index session_of_account on accounts.session (tenant_id, account_id, created_at);
create index session_of_party on accounts.session (tenant_id, party_id) where party_id is not null;
create index session_oldest on accounts.session (tenant_id, created_at);

-- Links sent by mail: confirm an address, choose a new password, move to another address.
create table accounts.email_token (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  token_hash bytea not null,
  account_id uuid not null,
  purpose text not null check (purpose in ('confirm', 'reset', 'leave-address', 'take-address')),
  -- encrypted: the address that is to be confirmed
  email bytea,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, account_id) references accounts.account (tenant_id, id) on delete cascade
);
create index email_token_of_account on accounts.email_token (tenant_id, account_id, purpose);
create index email_token_expiry on accounts.email_token (tenant_id, expires_at);

create table accounts.recovery_code (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  account_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (tenant_id, account_id, code_hash),
  foreign key (tenant_id, account_id) references accounts.account (tenant_id, id) on delete cascade
);

-- WebAuthn credentials.
create table accounts.passkey (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  credential_id bytea not null,
  account_id uuid not null,
  public_key bytea not null,
  -- rises with each use where the device counts (WebAuthn section 6.1.1)
  sign_count bigint not null,
  transports text[] not null,
  -- given by its owner, encrypted
  name bytea not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (tenant_id, credential_id),
  foreign key (tenant_id, account_id) references accounts.account (tenant_id, id) on delete cascade
);
create index passkey_of_account on accounts.passkey (tenant_id, account_id);

-- Shown in the account, read out at the counter: who shows an ID card with it is confirmed.
create table accounts.counter_code (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  code_hash bytea not null,
  account_id uuid not null,
  expires_at timestamptz not null,
  primary key (tenant_id, code_hash),
  foreign key (tenant_id, account_id) references accounts.account (tenant_id, id) on delete cascade
);
create index counter_code_of_account on accounts.counter_code (tenant_id, account_id);

-- What a person agreed to, and when they took it back.
create table accounts.consent (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  account_id uuid not null,
  -- such as 'prefill'
  kind text not null,
  -- what it is about: the portal and Leistung, or a connected portal
  subject text not null,
  granted_at timestamptz not null,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts.account (tenant_id, id) on delete cascade
);
create unique index consent_in_force on accounts.consent (tenant_id, account_id, kind, subject) where revoked_at is null;

-- Citizens act, too, and are written down.
alter table audit.entry drop constraint entry_actor_kind_check;
alter table audit.entry add constraint entry_actor_kind_check check (actor_kind in ('guest', 'citizen', 'staff', 'system'));
alter table vorgaenge.event drop constraint event_actor_kind_check;
alter table vorgaenge.event add constraint event_actor_kind_check check (actor_kind in ('guest', 'citizen', 'staff', 'system'));

alter table accounts.account enable row level security;
alter table accounts.account force row level security;
create policy tenant on accounts.account using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table accounts.identity enable row level security;
alter table accounts.identity force row level security;
create policy tenant on accounts.identity using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table accounts.profile_value enable row level security;
alter table accounts.profile_value force row level security;
create policy tenant on accounts.profile_value using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table accounts.session enable row level security;
alter table accounts.session force row level security;
create policy tenant on accounts.session using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table accounts.email_token enable row level security;
alter table accounts.email_token force row level security;
create policy tenant on accounts.email_token using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table accounts.recovery_code enable row level security;
alter table accounts.recovery_code force row level security;
create policy tenant on accounts.recovery_code using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table accounts.passkey enable row level security;
alter table accounts.passkey force row level security;
create policy tenant on accounts.passkey using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table accounts.counter_code enable row level security;
alter table accounts.counter_code force row level security;
create policy tenant on accounts.counter_code using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table accounts.consent enable row level security;
alter table accounts.consent force row level security;
create policy tenant on accounts.consent using (tenant_id = current_setting('app.tenant_id')::uuid);
