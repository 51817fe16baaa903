-- The Postfach: one thread per submission, in the tenant of the authority that handles it. Texts, names of files and labels are encrypted
-- with that tenant's key. An owner reads which threads are theirs in all tenants; everything else is opened in the thread's own tenant.

create schema postfach;

create table postfach.thread (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  submission_id uuid not null,
  reference text not null,
  title text not null,
  -- the party whose Postfach it lies in, and the account that acted; null for guests, who have their private link
  owner_id uuid,
  acting_account_id uuid,
  opened_at timestamptz not null,
  newest_at timestamptz not null,
  last_position integer not null check (last_position >= 0),
  -- position of the newest message to the applicant, and up to where it was read
  newest_incoming integer not null default 0,
  read_position integer not null default 0,
  archived_at timestamptz,
  -- encrypted list of the owner's own words
  labels bytea,
  -- the applicant wants Bescheide on paper (OZG § 9 Abs. 1 Satz 2)
  paper_wished_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, submission_id),
  check ((owner_id is null) = (acting_account_id is null))
);
-- Begins with the owner: it finds what belongs to one party in all portals.
create index thread_of_owner on postfach.thread (owner_id, newest_at) where owner_id is not null;

create table postfach.message (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  thread_id uuid not null,
  -- 1, 2, 3 … within the thread, in both directions
  position integer not null check (position >= 1),
  -- given by the sender: providing the same message again changes nothing
  id uuid not null,
  kind text not null check (kind in ('message', 'question', 'decision', 'receipt', 'answer')),
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('guest', 'citizen', 'staff', 'system')),
  actor_id text not null,
  body bytea,
  -- of messages to the applicant: when it was opened for the first time (OZG § 9 Abs. 1)
  first_retrieved_at timestamptz,
  primary key (tenant_id, thread_id, position),
  unique (tenant_id, id),
  foreign key (tenant_id, thread_id) references postfach.thread (tenant_id, id)
);

-- What was provided or answered does not change; the first retrieval is noted once.
create function postfach.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.first_retrieved_at is null
    and to_jsonb(new) - 'first_retrieved_at' = to_jsonb(old) - 'first_retrieved_at' then
    return new;
  end if;
  raise exception 'messages of the Postfach are immutable: % refused', tg_op
    using errcode = 'insufficient_privilege';
end
$$;
create trigger immutable before update or delete on postfach.message
  for each row execute function postfach.refuse_change();
create trigger immutable_truncate before truncate on postfach.message
  for each statement execute function postfach.refuse_change();

create table postfach.document (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  -- the file in the store
  id uuid not null,
  thread_id uuid not null,
  -- null while it belongs to an answer that was not sent yet
  message_id uuid,
  position integer not null check (position >= 1),
  filename bytea not null,
  media_type text not null,
  size_bytes bigint not null,
  sha256 text not null,
  scan text not null check (scan in ('clean', 'unscanned', 'waiting', 'infected')),
  added_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, thread_id) references postfach.thread (tenant_id, id),
  foreign key (tenant_id, message_id) references postfach.message (tenant_id, id)
);
create index document_of_thread on postfach.document (tenant_id, thread_id, position);
create index document_of_message on postfach.document (tenant_id, message_id) where message_id is not null;

-- What somebody has typed and not sent yet.
create table postfach.answer_draft (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  thread_id uuid not null,
  body bytea not null,
  changed_at timestamptz not null,
  primary key (tenant_id, thread_id),
  foreign key (tenant_id, thread_id) references postfach.thread (tenant_id, id)
);

alter table postfach.thread enable row level security;
alter table postfach.thread force row level security;
create policy tenant on postfach.thread using (tenant_id = current_setting('app.tenant_id')::uuid);
-- Reading only; writing is left to the tenant.
create policy owner on postfach.thread for select using (owner_id = nullif(current_setting('app.owner_id', true), '')::uuid);

alter table postfach.message enable row level security;
alter table postfach.message force row level security;
create policy tenant on postfach.message using (tenant_id = current_setting('app.tenant_id')::uuid);

alter table postfach.document enable row level security;
alter table postfach.document force row level security;
create policy tenant on postfach.document using (tenant_id = current_setting('app.tenant_id')::uuid);

alter table postfach.answer_draft enable row level security;
alter table postfach.answer_draft force row level security;
create policy tenant on postfach.answer_draft using (tenant_id = current_setting('app.tenant_id')::uuid);
