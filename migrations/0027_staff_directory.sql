-- Staff sign in with their authority's own user directory (OpenID Connect), such as Entra ID or Keycloak; groups there become roles here.

create table staff.directory (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  -- see domain/directory.ts; nothing secret
  settings jsonb not null,
  -- encrypted
  client_secret bytea not null,
  enabled boolean not null,
  updated_at timestamptz not null,
  primary key (tenant_id)
);

-- A sign-in on its way to the directory.
create table staff.directory_attempt (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  -- SHA-256 of what the answer names it by
  state_hash bytea not null,
  -- SHA-256 of the key in the browser's cookie: nobody is signed in with somebody else's answer
  browser_hash bytea not null,
  -- encrypted: verifier, nonce
  secrets bytea not null,
  return_path text not null,
  expires_at timestamptz not null,
  primary key (tenant_id, state_hash)
);
create index directory_attempt_expiry on staff.directory_attempt (tenant_id, expires_at);

alter table staff.member
  alter column password_hash drop not null,
  -- keyed hash of issuer and name at the directory; such members have no password here
  add column directory_fingerprint bytea,
  -- an administrator decided that the directory's person of this address takes over this access
  add column awaits_directory boolean not null default false;
create unique index member_of_directory on staff.member (tenant_id, directory_fingerprint);

alter table staff.directory enable row level security;
alter table staff.directory force row level security;
create policy tenant on staff.directory using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table staff.directory_attempt enable row level security;
alter table staff.directory_attempt force row level security;
create policy tenant on staff.directory_attempt using (tenant_id = current_setting('app.tenant_id')::uuid);
