-- Messages to an office from its contact form. Who wrote and what is encrypted; a message goes by itself when its term is over.

create schema contact;

create table contact.message (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  office_slug text not null,
  -- Message, name and address, as JSON under the tenant's key.
  content bytea not null,
  received_at timestamptz not null,
  done_at timestamptz,
  done_by uuid,
  primary key (tenant_id, id),
  check ((done_at is null) = (done_by is null))
);
create index contact_message_received on contact.message (tenant_id, received_at);
alter table contact.message enable row level security;
alter table contact.message force row level security;
create policy tenant on contact.message using (tenant_id = current_setting('app.tenant_id')::uuid);
