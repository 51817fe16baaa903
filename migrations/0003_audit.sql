-- Who did what to what, append-only. Each entry carries the hash of the one before, so that a changed or removed
-- row breaks the chain; the head row notices a cut-off end and serialises writers of one tenant.

create schema audit;

create table audit.entry (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  seq bigint not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('guest', 'staff', 'system')),
  actor_id text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  -- ids, codes and counts; never names, answers or addresses
  details jsonb not null default '{}',
  correlation_id text not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (tenant_id, seq)
);
create index entry_by_subject on audit.entry (tenant_id, subject_kind, subject_id, seq);

create table audit.chain_head (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  seq bigint not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (tenant_id)
);

alter table audit.entry enable row level security;
alter table audit.entry force row level security;
create policy tenant on audit.entry using (tenant_id = current_setting('app.tenant_id')::uuid);

alter table audit.chain_head enable row level security;
alter table audit.chain_head force row level security;
create policy tenant on audit.chain_head using (tenant_id = current_setting('app.tenant_id')::uuid);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only: % on %.% refused', tg_op, tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege';
end
$$;

create trigger append_only before update or delete on audit.entry
  for each row execute function audit.refuse_change();
create trigger append_only_truncate before truncate on audit.entry
  for each statement execute function audit.refuse_change();

create function audit.refuse_step_back() returns trigger language plpgsql as $$
begin
  if new.seq <> old.seq + 1 or new.previous_hash <> old.hash then
    raise exception 'the head of the audit log only moves on by one entry'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;

create trigger moves_on before update on audit.chain_head
  for each row execute function audit.refuse_step_back();
create trigger append_only before delete on audit.chain_head
  for each row execute function audit.refuse_change();
create trigger append_only_truncate before truncate on audit.chain_head
  for each statement execute function audit.refuse_change();
