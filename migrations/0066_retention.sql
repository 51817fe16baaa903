-- How long what was sent is kept, what keeps it longer, and the proof that it was deleted.

create schema retention;

-- Of one Leistung, or of all others under `*`. Without a term nothing is deleted.
create table retention.term (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  leistung_slug text not null,
  term_count int not null check (term_count between 1 and 600),
  term_unit text not null check (term_unit in ('months', 'years')),
  -- The term begins when the year of closing has ended, not with the closing itself.
  from_year_end boolean not null,
  basis text not null check (basis <> ''),
  -- Before deletion it is offered to the public archive, which takes or refuses it.
  offers_to_archive boolean not null,
  changed_at timestamptz not null,
  primary key (tenant_id, leistung_slug)
);

-- Keeps one Vorgang beyond its term: a lawsuit, an audit, an objection.
create table retention.hold (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  vorgang_id uuid not null,
  -- encrypted with the tenant's data key
  reason bytea not null,
  placed_by uuid not null,
  placed_at timestamptz not null,
  -- last day; null: until somebody lifts it
  until_day text collate "C" check (until_day ~ '^\d{4}-\d\d-\d\d$'),
  lifted_by uuid,
  lifted_at timestamptz,
  primary key (tenant_id, id),
  check ((lifted_by is null) = (lifted_at is null))
);
create index hold_of_vorgang on retention.hold (tenant_id, vorgang_id, placed_at);

-- That the office and the applicant were told of the deletion to come. One that is older than the closing does not count.
create table retention.announcement (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  vorgang_id uuid not null,
  announced_at timestamptz not null,
  primary key (tenant_id, vorgang_id)
);

create table retention.archive_offer (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  vorgang_id uuid not null,
  offered_by uuid not null,
  offered_at timestamptz not null,
  answer text check (answer in ('taken', 'refused')),
  answered_by uuid,
  answered_at timestamptz,
  primary key (tenant_id, vorgang_id),
  check ((answer is null) = (answered_at is null)),
  check ((answer is null) = (answered_by is null))
);

-- What is left of a deleted Vorgang: nothing that names a person, and no id that led to one.
create table retention.proof (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  reference text not null,
  leistung_slug text not null,
  leistung_title text not null,
  received_on text not null,
  closed_on text not null,
  ended text not null check (ended in ('closed', 'withdrawn', 'handed-over')),
  due_on text not null,
  deleted_at timestamptz not null,
  term_count int not null,
  term_unit text not null,
  from_year_end boolean not null,
  basis text not null,
  rule text not null check (rule in ('leistung', 'default')),
  archive text not null check (archive in ('not-offered', 'taken', 'refused')),
  -- how many of which kind
  counts jsonb not null,
  -- SHA-256 over the canonical JSON of all this; it stands in the audit log as well
  hash bytea not null check (length(hash) = 32),
  -- hash of the secret in the applicant's private link, so that the link says what became of it
  status_key_hash bytea,
  deleted_in bigint not null default pg_current_xact_id()::text::bigint,
  primary key (tenant_id, id)
);
create index proof_by_reference on retention.proof (tenant_id, reference);
create index proof_by_link on retention.proof (tenant_id, status_key_hash) where status_key_hash is not null;
create index proof_newest on retention.proof (tenant_id, deleted_at desc, id desc);

create function retention.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'proofs of deletion are append-only: % refused', tg_op
    using errcode = 'insufficient_privilege';
end
$$;
create trigger append_only before update or delete on retention.proof
  for each row execute function retention.refuse_change();
create trigger append_only_truncate before truncate on retention.proof
  for each statement execute function retention.refuse_change();

-- Files of what was deleted that are still in the file store: removed after the commit, by whoever comes first.
create table retention.file_removal (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  file_id uuid not null,
  primary key (tenant_id, file_id)
);

-- Tells the account it belonged to, for a year, that an authority has deleted it.
create table retention.owner_note (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  proof_id uuid not null,
  owner_id uuid not null,
  acting_account_id uuid not null,
  reference text not null,
  leistung_title text not null,
  deleted_at timestamptz not null,
  primary key (tenant_id, proof_id)
);
-- Begins with the owner: it finds what belonged to one party in all portals.
create index owner_note_of_owner on retention.owner_note (owner_id, deleted_at);
create index owner_note_age on retention.owner_note (tenant_id, deleted_at);

-- Opens one Vorgang for removal, to this transaction only. At its end the pass must be gone and the proof must be there.
create table retention.removal_pass (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  vorgang_id uuid not null,
  submission_id uuid not null,
  proof_id uuid not null,
  transaction bigint not null default pg_current_xact_id()::text::bigint,
  primary key (tenant_id, vorgang_id)
);
create unique index removal_pass_submission on retention.removal_pass (tenant_id, submission_id);

create function retention.require_proof() returns trigger language plpgsql as $$
begin
  if exists (select from retention.removal_pass where tenant_id = new.tenant_id and vorgang_id = new.vorgang_id)
    or not exists (
      select from retention.proof
      where tenant_id = new.tenant_id and id = new.proof_id and deleted_in = pg_current_xact_id()::text::bigint
    ) then
    raise exception 'what is removed leaves a proof in the same transaction'
      using errcode = 'insufficient_privilege';
  end if;
  return null;
end
$$;
create constraint trigger leaves_proof after insert on retention.removal_pass
  deferrable initially deferred for each row execute function retention.require_proof();

create function retention.may_remove_vorgang(tenant uuid, vorgang uuid) returns boolean language sql stable as $$
  select exists (
    select from retention.removal_pass
    where tenant_id = tenant and vorgang_id = vorgang and transaction = pg_current_xact_id_if_assigned()::text::bigint
  )
$$;
create function retention.may_remove_submission(tenant uuid, submission uuid) returns boolean language sql stable as $$
  select exists (
    select from retention.removal_pass
    where tenant_id = tenant and submission_id = submission and transaction = pg_current_xact_id_if_assigned()::text::bigint
  )
$$;

alter table retention.term enable row level security;
alter table retention.term force row level security;
create policy tenant on retention.term using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table retention.hold enable row level security;
alter table retention.hold force row level security;
create policy tenant on retention.hold using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table retention.announcement enable row level security;
alter table retention.announcement force row level security;
create policy tenant on retention.announcement using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table retention.archive_offer enable row level security;
alter table retention.archive_offer force row level security;
create policy tenant on retention.archive_offer using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table retention.proof enable row level security;
alter table retention.proof force row level security;
create policy tenant on retention.proof using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table retention.file_removal enable row level security;
alter table retention.file_removal force row level security;
create policy tenant on retention.file_removal using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table retention.owner_note enable row level security;
alter table retention.owner_note force row level security;
create policy tenant on retention.owner_note using (tenant_id = current_setting('app.tenant_id')::uuid);
create policy owner on retention.owner_note for select using (owner_id = nullif(current_setting('app.owner_id', true), '')::uuid);
alter table retention.removal_pass enable row level security;
alter table retention.removal_pass force row level security;
create policy tenant on retention.removal_pass using (tenant_id = current_setting('app.tenant_id')::uuid);
