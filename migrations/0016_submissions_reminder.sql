-- A reminder before a draft is removed (OZG § 8a Abs. 3), and what a newer form has no place for.

alter table submissions.draft
  -- encrypted; only while the applicant wants to be reminded, emptied when the draft is sent
  add column reminder_email bytea,
  -- the term that a reminder was sent for: one for each
  add column reminded_for timestamptz,
  -- encrypted answers of an older form version that the newer one has no field for; shown to be copied
  add column kept_answers bytea;

create index draft_reminder on submissions.draft (tenant_id, expires_at)
  where reminder_email is not null and submitted_at is null;

-- Set where drafts of earlier versions must not be sent any more, such as after a change of the law.
alter table forms.publication add column replaces_drafts boolean not null default false;
