-- From one portal to another without signing in again: a token for one passage, confirmed by the person on the other side.

create table accounts.hand_over (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  token_hash bytea not null,
  account_id uuid not null,
  -- the session it comes from: its level, and when it ends at the latest, do not change by going elsewhere
  session_id bytea not null,
  -- the portal it leads to, and a checked path there
  portal_tenant_id uuid not null,
  return_path text not null,
  expires_at timestamptz not null,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, session_id) references accounts.session (tenant_id, id) on delete cascade
);
create index hand_over_of_session on accounts.hand_over (tenant_id, session_id);

alter table accounts.hand_over enable row level security;
alter table accounts.hand_over force row level security;
create policy tenant on accounts.hand_over using (tenant_id = current_setting('app.tenant_id')::uuid);
