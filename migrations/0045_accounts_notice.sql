-- What happened to an account, kept in it where no confirmed address lets the owner be told by e-mail.

create table accounts.notice (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  account_id uuid not null,
  -- as in mails about an account
  news text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts.account (tenant_id, id) on delete cascade
);
create index notice_of_account on accounts.notice (tenant_id, account_id, created_at);

alter table accounts.notice enable row level security;
alter table accounts.notice force row level security;
create policy tenant on accounts.notice using (tenant_id = current_setting('app.tenant_id')::uuid);
