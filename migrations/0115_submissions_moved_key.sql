-- Where a draft went that by its answers belongs to another authority: cookies and private links still lead to it.
create table submissions.moved_key (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  key_hash bytea not null,
  -- host label of the portal of that authority
  to_host text not null,
  -- as long as the draft would have been kept
  expires_at timestamptz not null,
  primary key (tenant_id, key_hash)
);
create index moved_key_expiry on submissions.moved_key (tenant_id, expires_at);
alter table submissions.moved_key enable row level security;
alter table submissions.moved_key force row level security;
create policy tenant on submissions.moved_key using (tenant_id = current_setting('app.tenant_id')::uuid);
