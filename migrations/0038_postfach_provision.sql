-- Bekanntgabe of a Bescheid by its provision in the Postfach (OZG § 9), the notices about messages, and what the office has to do by hand.

create table postfach.provision (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  message_id uuid not null,
  -- consent counts as given unless it was excluded; a guest has no account, so there is nothing to be provided in
  consent text not null check (consent in ('deemed', 'excluded', 'guest')),
  -- what the computed days follow: holidays of the Land, the law of the procedure, and whether the Bescheid says how to object
  land text not null,
  law text not null check (law in ('general', 'taxes')),
  has_legal_remedy_text boolean not null,
  reminded_at timestamptz,
  primary key (tenant_id, message_id),
  foreign key (tenant_id, message_id) references postfach.message (tenant_id, id)
);

create table postfach.notice (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  message_id uuid not null,
  at timestamptz not null,
  outcome text not null check (outcome in ('sent', 'no-address')),
  primary key (tenant_id, message_id),
  foreign key (tenant_id, message_id) references postfach.message (tenant_id, id)
);

create table postfach.office_task (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  message_id uuid not null,
  -- why the Bescheid has to go by post
  reason text not null check (reason in ('guest', 'excluded', 'no-address', 'not-retrieved')),
  created_at timestamptz not null,
  done_at timestamptz,
  done_by uuid,
  primary key (tenant_id, id),
  -- one letter for one Bescheid, whatever the reasons
  unique (tenant_id, message_id),
  foreign key (tenant_id, message_id) references postfach.message (tenant_id, id),
  check ((done_at is null) = (done_by is null))
);
create index office_task_open on postfach.office_task (tenant_id, created_at) where done_at is null;

alter table postfach.provision enable row level security;
alter table postfach.provision force row level security;
create policy tenant on postfach.provision using (tenant_id = current_setting('app.tenant_id')::uuid);

alter table postfach.notice enable row level security;
alter table postfach.notice force row level security;
create policy tenant on postfach.notice using (tenant_id = current_setting('app.tenant_id')::uuid);

alter table postfach.office_task enable row level security;
alter table postfach.office_task force row level security;
create policy tenant on postfach.office_task using (tenant_id = current_setting('app.tenant_id')::uuid);
