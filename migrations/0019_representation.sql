-- For whom somebody acts: organisations with members, mandates of persons. Rows carry the installation's own tenant, as those of accounts do.

create schema representation;

-- Only what OZG § 8 Abs. 2 and UBRegG § 3 allow; the details are one encrypted value.
create table representation.organisation (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  -- encrypted: name, legal form, register, address
  details bytea not null,
  -- key of the identity provider, or 'self' for what a person typed
  source text not null,
  assurance_level text not null check (assurance_level in ('low', 'substantial', 'high')),
  -- keyed hash of the provider's stable name of the organisation; null where a person typed it
  subject_fingerprint bytea,
  obtained_at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  check ((source = 'self') = (subject_fingerprint is null))
);
create unique index organisation_by_subject on representation.organisation (tenant_id, source, subject_fingerprint);

create table representation.membership (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  organisation_id uuid not null,
  account_id uuid not null,
  role text not null check (role in ('owner', 'signatory', 'preparer')),
  joined_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, organisation_id) references representation.organisation (tenant_id, id) on delete cascade,
  foreign key (tenant_id, account_id) references accounts.account (tenant_id, id) on delete cascade
);
create unique index membership_once on representation.membership (tenant_id, organisation_id, account_id);
create index membership_of_account on representation.membership (tenant_id, account_id);

-- A power that a person gave, or the statement of somebody who represents a person by law.
create table representation.mandate (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  -- who is acted for: the account of the grantor, or an id of its own for a represented person without account
  party_id uuid not null,
  basis text not null check (basis in ('power', 'parent', 'guardian', 'legal-representative')),
  grantor_id uuid,
  -- null until somebody accepted
  grantee_id uuid,
  scope_kind text not null check (scope_kind in ('all', 'kind', 'leistung')),
  -- of a kind: the life situation; of a Leistung: its portal and name, such as 'schwerin/hundesteuer'
  scope_key text,
  -- encrypted: what the scope was called when it was given; for self-declared ones name and date of birth of the person, and the statement
  details bytea not null,
  -- last day on which it counts
  valid_until text not null check (valid_until ~ '^\d{4}-\d{2}-\d{2}$'),
  created_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  -- account of whoever ended it
  revoked_by uuid,
  primary key (tenant_id, id),
  check ((basis = 'power') = (grantor_id is not null)),
  check ((scope_kind = 'all') = (scope_key is null)),
  check ((grantee_id is null) = (accepted_at is null)),
  check ((revoked_at is null) = (revoked_by is null)),
  check (basis = 'power' or grantee_id is not null),
  foreign key (tenant_id, grantor_id) references accounts.account (tenant_id, id) on delete cascade,
  foreign key (tenant_id, grantee_id) references accounts.account (tenant_id, id) on delete cascade
);
create index mandate_given on representation.mandate (tenant_id, grantor_id, created_at) where grantor_id is not null;
create index mandate_received on representation.mandate (tenant_id, grantee_id, party_id) where grantee_id is not null;

-- Links sent by mail: join an organisation, accept a mandate.
create table representation.invitation (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  token_hash bytea not null,
  organisation_id uuid,
  role text check (role in ('owner', 'signatory', 'preparer')),
  mandate_id uuid,
  -- encrypted: where it was sent
  email bytea not null,
  invited_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, id),
  check ((organisation_id is null) = (role is null) and (organisation_id is null) <> (mandate_id is null)),
  foreign key (tenant_id, organisation_id) references representation.organisation (tenant_id, id) on delete cascade,
  foreign key (tenant_id, mandate_id) references representation.mandate (tenant_id, id) on delete cascade,
  foreign key (tenant_id, invited_by) references accounts.account (tenant_id, id) on delete cascade
);
create unique index invitation_by_token on representation.invitation (tenant_id, token_hash);
create index invitation_of_organisation on representation.invitation (tenant_id, organisation_id) where organisation_id is not null;
create unique index invitation_of_mandate on representation.invitation (tenant_id, mandate_id) where mandate_id is not null;
create index invitation_by_account on representation.invitation (tenant_id, invited_by, created_at);
create index invitation_expiry on representation.invitation (tenant_id, expires_at);

-- What was done on behalf of somebody: both sides see it.
create table representation.action (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  -- chosen by whoever reports it, so that it is written once
  id uuid not null,
  party_id uuid not null,
  account_id uuid not null,
  kind text not null check (kind in ('acting-began', 'draft-saved', 'submitted', 'withdrawn')),
  -- encrypted: names of portal and Leistung, reference
  details bytea not null,
  at timestamptz not null,
  primary key (tenant_id, id)
);
create index action_for_party on representation.action (tenant_id, party_id, at);

alter table representation.organisation enable row level security;
alter table representation.organisation force row level security;
create policy tenant on representation.organisation using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table representation.membership enable row level security;
alter table representation.membership force row level security;
create policy tenant on representation.membership using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table representation.mandate enable row level security;
alter table representation.mandate force row level security;
create policy tenant on representation.mandate using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table representation.invitation enable row level security;
alter table representation.invitation force row level security;
create policy tenant on representation.invitation using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table representation.action enable row level security;
alter table representation.action force row level security;
create policy tenant on representation.action using (tenant_id = current_setting('app.tenant_id')::uuid);
