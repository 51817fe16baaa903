-- Uploads that arrive in parts and survive a broken line, and what the malware scanner said of each file.

alter table submissions.upload
  -- unscanned: not yet, or no scanner is set up
  add column scan_state text not null default 'unscanned' check (scan_state in ('unscanned', 'clean', 'infected')),
  add column scanned_at timestamptz;
create index upload_unscanned on submissions.upload (tenant_id, created_at, file_id) where scan_state = 'unscanned';

create table submissions.pending_upload (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  -- also the id of the file it becomes
  id uuid not null,
  draft_id uuid not null,
  field_path text not null,
  -- encrypted: name of the file and when it was last changed
  description bytea not null,
  size_bytes integer not null check (size_bytes > 0),
  received_bytes integer not null default 0 check (received_bytes between 0 and size_bytes),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- the file is in the draft; the row stays until it expires, for a client that missed the answer
  finished_at timestamptz,
  primary key (tenant_id, id)
);
create index pending_upload_of_draft on submissions.pending_upload (tenant_id, draft_id);
create index pending_upload_expiry on submissions.pending_upload (tenant_id, expires_at);

-- What arrived of an upload: each part is an encrypted file of its own, written once.
create table submissions.upload_part (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  file_id uuid not null,
  upload_id uuid not null,
  draft_id uuid not null,
  start_bytes integer not null,
  size_bytes integer not null check (size_bytes > 0),
  primary key (tenant_id, file_id)
);
create unique index upload_part_once on submissions.upload_part (tenant_id, upload_id, start_bytes);
create index upload_part_of_draft on submissions.upload_part (tenant_id, draft_id);

alter table submissions.pending_upload enable row level security;
alter table submissions.pending_upload force row level security;
create policy tenant on submissions.pending_upload using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table submissions.upload_part enable row level security;
alter table submissions.upload_part force row level security;
create policy tenant on submissions.upload_part using (tenant_id = current_setting('app.tenant_id')::uuid);
