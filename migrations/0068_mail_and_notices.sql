-- What comes back when a mail cannot be delivered, words of an authority for its mails, and what somebody wants to be told of.

-- What a mail is about, for the module that wrote it; the address as a keyed hash, because the content is emptied once it was sent.
alter table mail.message
  add column about_kind text,
  add column about_id uuid,
  add column address_hash bytea,
  add column fault text,
  add constraint message_about check ((about_kind is null) = (about_id is null)),
  drop constraint message_state_check,
  add constraint message_state_check check (state in ('waiting', 'sent', 'kept', 'failed', 'undeliverable'));

-- Addresses that take no mail, as keyed hashes. Another address is not in here; the same one goes when its owner says that it works again.
create table mail.undeliverable (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  address_hash bytea not null,
  fault text not null,
  since timestamptz not null,
  primary key (tenant_id, address_hash)
);

-- How an authority words a kind of mail, instead of the words it comes with.
create table mail.wording (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  kind text not null,
  locale text not null check (locale in ('de', 'en')),
  subject text not null,
  body text not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (tenant_id, kind, locale)
);

alter table mail.undeliverable enable row level security;
alter table mail.undeliverable force row level security;
create policy tenant on mail.undeliverable using (tenant_id = current_setting('app.tenant_id')::uuid);

alter table mail.wording enable row level security;
alter table mail.wording force row level security;
create policy tenant on mail.wording using (tenant_id = current_setting('app.tenant_id')::uuid);

-- A person has to be reached otherwise: a mail about their submission came back. One open task for a submission.
create table postfach.contact_task (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  thread_id uuid not null,
  fault text not null,
  created_at timestamptz not null,
  done_at timestamptz,
  done_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, thread_id) references postfach.thread (tenant_id, id),
  check ((done_at is null) = (done_by is null))
);
create unique index contact_task_open on postfach.contact_task (tenant_id, thread_id) where done_at is null;

alter table postfach.contact_task enable row level security;
alter table postfach.contact_task force row level security;
create policy tenant on postfach.contact_task using (tenant_id = current_setting('app.tenant_id')::uuid);

alter table postfach.office_task
  drop constraint office_task_reason_check,
  add constraint office_task_reason_check
    check (reason in ('guest', 'excluded', 'no-address', 'undeliverable', 'not-retrieved'));

-- `later`: it goes into the daily summary, and is summed up then.
alter table postfach.notice
  add column summed_up_at timestamptz,
  drop constraint notice_outcome_check,
  add constraint notice_outcome_check
    check (outcome in ('sent', 'no-address', 'undeliverable', 'later', 'not-wished')),
  add constraint notice_summed_up check (summed_up_at is null or outcome = 'later');
create index notice_later on postfach.notice (tenant_id, at) where outcome = 'later' and summed_up_at is null;

-- What the person of an account wants to be told of by e-mail, and when. In the installation's tenant, as accounts are. No row: at once.
create schema notices;

create table notices.choice (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  account_id uuid not null,
  topic text not null check (topic in ('message', 'progress')),
  email text not null check (email in ('at-once', 'daily', 'none')),
  changed_at timestamptz not null,
  primary key (tenant_id, account_id, topic)
);

-- A mobile telephone for notices; the number is encrypted. A code proves that it is theirs.
create table notices.phone (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  account_id uuid not null,
  number bytea not null,
  code_hash bytea,
  code_until timestamptz,
  wrong_codes integer not null default 0,
  confirmed_at timestamptz,
  primary key (tenant_id, account_id),
  check ((code_hash is null) = (code_until is null))
);

-- Short messages on their way; number and words are encrypted and emptied once the gateway took them. The key makes repeating harmless.
create table notices.sms (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  account_id uuid not null,
  kind text not null check (kind in ('code', 'notice')),
  content bytea,
  state text not null check (state in ('waiting', 'sent', 'kept', 'failed')),
  reason text,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index sms_of_account on notices.sms (tenant_id, account_id, created_at);
create index sms_newest on notices.sms (tenant_id, created_at);

alter table notices.choice enable row level security;
alter table notices.choice force row level security;
create policy tenant on notices.choice using (tenant_id = current_setting('app.tenant_id')::uuid);

alter table notices.phone enable row level security;
alter table notices.phone force row level security;
create policy tenant on notices.phone using (tenant_id = current_setting('app.tenant_id')::uuid);

alter table notices.sms enable row level security;
alter table notices.sms force row level security;
create policy tenant on notices.sms using (tenant_id = current_setting('app.tenant_id')::uuid);
