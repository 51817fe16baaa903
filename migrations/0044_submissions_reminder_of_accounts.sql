-- Drafts of accounts are reminded of, too, without anybody having asked for it (OZG § 8a Abs. 3).

drop index submissions.draft_reminder;
create index draft_reminder on submissions.draft (tenant_id, expires_at)
  where submitted_at is null and (reminder_email is not null or acting_account_id is not null);
