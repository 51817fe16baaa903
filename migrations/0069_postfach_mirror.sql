-- Copies of messages for a Postfach elsewhere (BundID, Organisationskonto). What lies here counts; the copy is a service.
create table postfach.mirror (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  message_id uuid not null,
  -- key of the identity provider whose Postfach it is, and the person's handle there, encrypted
  provider text not null,
  handle bytea not null,
  state text not null check (state in ('waiting', 'sent', 'acknowledged', 'failed')),
  reason text,
  attempts integer not null default 0,
  changed_at timestamptz not null,
  primary key (tenant_id, message_id),
  foreign key (tenant_id, message_id) references postfach.message (tenant_id, id),
  check (reason is not null or state <> 'failed')
);
create index mirror_open on postfach.mirror (tenant_id, changed_at) where state in ('waiting', 'sent');

alter table postfach.mirror enable row level security;
alter table postfach.mirror force row level security;
create policy tenant on postfach.mirror using (tenant_id = current_setting('app.tenant_id')::uuid);
