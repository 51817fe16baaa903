-- A caseworker fills in a form for somebody at the counter, on the phone, or from a letter.

alter table submissions.draft
  -- the caseworker it lies with; nobody else opens it, and no key does
  add column intake_by uuid,
  -- encrypted: whom it is for and how they reached the office; gone once it is sent
  add column intake bytea,
  add constraint draft_intake check (
    (intake is null or intake_by is not null) and (intake_by is null or owner_id is null)
    and (intake_by is null or intake is not null or submitted_at is not null)
  );
create index draft_intake on submissions.draft (tenant_id, intake_by) where intake_by is not null and submitted_at is null;

alter table submissions.submission
  add column intake_by uuid,
  -- encrypted: how it was taken in, by whom, and what of the person was proven to them
  add column intake bytea,
  add constraint submission_intake check ((intake is null) = (intake_by is null)),
  -- What was proven is known or it is not. Taken in at the counter it belongs to no account, or to one whose owner did not sign in for it.
  drop constraint submission_owned,
  add constraint submission_owned check (
    (owner_id is null) = (acting_account_id is null)
    and (sender is null) = (assurance_level = 'none') and (sender is null) = (identity_provider is null)
    and (sender is null) = (signed_in_at is null)
    and ((owner_id is null) = (sender is null) or intake is not null)
  );
