-- Calls by which a service outside says that something is new, for the minutes in which they count: whoever repeats one wakes nobody again.
create table delivery.heard_call (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  destination_id uuid not null,
  -- SHA-256 of what authenticates the call
  digest bytea not null check (length(digest) = 32),
  heard_at timestamptz not null,
  primary key (tenant_id, destination_id, digest)
);
alter table delivery.heard_call enable row level security;
alter table delivery.heard_call force row level security;
create policy tenant on delivery.heard_call using (tenant_id = current_setting('app.tenant_id')::uuid);
