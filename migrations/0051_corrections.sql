-- breaking: a delivery is of one version of a submission. Stop all processes of the version before, then start the new ones.

-- The draft of a correction: what was sent, with only those fields open that the office asks about.
alter table submissions.draft
  add column amends_submission_id uuid,
  -- encrypted: what is asked, and by which request
  add column correction bytea,
  add constraint draft_correction_check check ((amends_submission_id is null) = (correction is null)),
  add foreign key (tenant_id, amends_submission_id) references submissions.submission (tenant_id, id);
-- one at a time, on whatever device
create unique index draft_of_correction on submissions.draft (tenant_id, amends_submission_id)
  where amends_submission_id is not null and submitted_at is null;

-- A later version of what was sent. The versions before stay as they are.
create table submissions.amendment (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  submission_id uuid not null,
  -- 2, 3, 4 …; the submission itself is the first
  version integer not null check (version >= 2),
  -- the idempotency key: one draft is sent once
  draft_id uuid not null,
  -- what of the office it answers
  request_id uuid not null,
  -- encrypted: all answers as they count from now on
  answers bytea not null,
  -- SHA-256 over the canonical JSON, the hash of the version before included; see submissions/domain/submission-hash.ts
  content_hash text not null,
  submitted_at timestamptz not null,
  -- encrypted: who sent it, and which values came from an account; null for a guest
  sender bytea,
  own_data bytea,
  primary key (tenant_id, submission_id, version),
  foreign key (tenant_id, submission_id) references submissions.submission (tenant_id, id)
);
create unique index amendment_once on submissions.amendment (tenant_id, draft_id);

create function submissions.refuse_change_of_amendment() returns trigger language plpgsql as $$
begin
  raise exception 'submissions.amendment is immutable';
end
$$;
create trigger amendment_is_immutable before update on submissions.amendment
  for each row execute function submissions.refuse_change_of_amendment();

alter table submissions.amendment enable row level security;
alter table submissions.amendment force row level security;
create policy tenant on submissions.amendment using (tenant_id = current_setting('app.tenant_id')::uuid);

-- What a question asks the applicant to correct or to add.
create table vorgaenge.correction_request (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  vorgang_id uuid not null,
  -- of the event with the question
  position integer not null,
  -- encrypted: the fields, each with the words of the office
  items bytea not null,
  -- a day such as 2027-03-31
  answer_by text check (answer_by ~ '^\d{4}-\d\d-\d\d$'),
  -- of the event with the answer
  answered_position integer,
  primary key (tenant_id, id),
  foreign key (tenant_id, vorgang_id, position) references vorgaenge.event (tenant_id, vorgang_id, position),
  foreign key (tenant_id, vorgang_id, answered_position) references vorgaenge.event (tenant_id, vorgang_id, position)
);
create unique index correction_request_of_event on vorgaenge.correction_request (tenant_id, vorgang_id, position);

alter table vorgaenge.correction_request enable row level security;
alter table vorgaenge.correction_request force row level security;
create policy tenant on vorgaenge.correction_request using (tenant_id = current_setting('app.tenant_id')::uuid);

-- Each version of a submission is delivered once to each destination.
alter table delivery.delivery
  add column version integer not null default 1 check (version >= 1),
  drop constraint delivery_tenant_id_submission_id_destination_id_key,
  add unique (tenant_id, submission_id, destination_id, version);
