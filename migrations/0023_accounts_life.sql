-- Two accounts of one person become one, and accounts that nobody uses any more go.

-- Both accounts were proven in one session; the person has still to say yes.
create table accounts.merge_offer (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  -- the account that is signed in, and stays
  account_id uuid not null,
  -- the account of the identity that was just proven
  other_account_id uuid not null,
  -- the session that proved both
  session_id bytea not null,
  expires_at timestamptz not null,
  primary key (tenant_id, account_id),
  foreign key (tenant_id, account_id) references accounts.account (tenant_id, id) on delete cascade,
  foreign key (tenant_id, other_account_id) references accounts.account (tenant_id, id) on delete cascade,
  check (account_id <> other_account_id)
);
create index merge_offer_of_other on accounts.merge_offer (tenant_id, other_account_id);

alter table accounts.merge_offer enable row level security;
alter table accounts.merge_offer force row level security;
create policy tenant on accounts.merge_offer using (tenant_id = current_setting('app.tenant_id')::uuid);
