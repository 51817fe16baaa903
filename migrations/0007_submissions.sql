-- Drafts, uploads and the immutable submissions. Answers are encrypted with the tenant's data key.

create schema submissions;

create table submissions.draft (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  leistung_slug text not null,
  form_version_id uuid not null,
  -- encrypted answers; emptied when the draft was sent
  answers bytea,
  -- counts the saves: sending refuses when another tab saved meanwhile
  revision integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- 30 days after the last edit (OZG § 8a Abs. 3)
  expires_at timestamptz not null,
  submitted_at timestamptz,
  primary key (tenant_id, id)
);
create index draft_expiry on submissions.draft (tenant_id, expires_at);

-- Secrets that open a draft: the browser's cookie, and private links to come back. Only their hashes are stored.
create table submissions.draft_key (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  key_hash bytea not null,
  draft_id uuid not null,
  purpose text not null check (purpose in ('browser', 'link')),
  created_at timestamptz not null,
  primary key (tenant_id, key_hash),
  foreign key (tenant_id, draft_id) references submissions.draft (tenant_id, id) on delete cascade
);
create index draft_key_of_draft on submissions.draft_key (tenant_id, draft_id);

create table submissions.submission (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  -- the idempotency key: one draft is sent once
  draft_id uuid not null,
  reference text not null,
  leistung_slug text not null,
  leistung_title text not null,
  form_version_id uuid not null,
  answers bytea not null,
  -- SHA-256 over the canonical JSON of what was sent, see domain/submission-hash.ts
  content_hash text not null,
  status_key_hash bytea not null,
  -- encrypted: the private status link, and where to send notices
  status_key bytea not null,
  notification_email bytea,
  submitted_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index submission_once on submissions.submission (tenant_id, draft_id);
create unique index submission_reference on submissions.submission (tenant_id, reference);
create unique index submission_status_key on submissions.submission (tenant_id, status_key_hash);

create table submissions.upload (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  file_id uuid not null,
  draft_id uuid not null,
  submission_id uuid,
  created_at timestamptz not null,
  primary key (tenant_id, file_id)
);
create index upload_of_draft on submissions.upload (tenant_id, draft_id);
create index upload_of_submission on submissions.upload (tenant_id, submission_id);

-- What was sent is never changed.
create function submissions.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'submissions.submission is immutable';
end
$$;
create trigger submission_is_immutable before update on submissions.submission
  for each row execute function submissions.refuse_change();

alter table submissions.draft enable row level security;
alter table submissions.draft force row level security;
create policy tenant on submissions.draft using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table submissions.draft_key enable row level security;
alter table submissions.draft_key force row level security;
create policy tenant on submissions.draft_key using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table submissions.submission enable row level security;
alter table submissions.submission force row level security;
create policy tenant on submissions.submission using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table submissions.upload enable row level security;
alter table submissions.upload force row level security;
create policy tenant on submissions.upload using (tenant_id = current_setting('app.tenant_id')::uuid);
