-- Who applied for what, to tell the office of a second application: keyed hashes (HMAC) under the tenant's own key over the Leistung with
-- the account, the e-mail address, or name and day of birth. Never anything in plain text. Submissions before have none.
create table submissions.applicant_mark (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  mark bytea not null check (length(mark) = 32),
  submission_id uuid not null,
  submitted_at timestamptz not null,
  primary key (tenant_id, mark, submission_id),
  foreign key (tenant_id, submission_id) references submissions.submission (tenant_id, id) on delete cascade
);
create index applicant_mark_of_submission on submissions.applicant_mark (tenant_id, submission_id);

alter table submissions.applicant_mark enable row level security;
alter table submissions.applicant_mark force row level security;
create policy tenant on submissions.applicant_mark using (tenant_id = current_setting('app.tenant_id')::uuid);
