-- Drafts and submissions may belong to an account, or to the organisation or person it acts for. Guests own nothing but their key.

alter table submissions.draft
  -- the party whose draft it is; only its sessions open it
  add column owner_id uuid,
  -- the account that began it or took it over
  add column acting_account_id uuid,
  -- for the owner's list over all portals, which reads no other authority's catalogue
  add column leistung_title text,
  add constraint draft_owned check (
    (owner_id is null) = (acting_account_id is null) and (owner_id is null or leistung_title is not null)
  );

alter table submissions.submission
  add column owner_id uuid,
  add column acting_account_id uuid,
  -- how sure the sender's identity was at that moment, who had proven it, and when (TR-03172-3 A3.18.01)
  add column assurance_level text not null default 'none' check (assurance_level in ('none', 'low', 'substantial', 'high')),
  add column identity_provider text,
  add column signed_in_at timestamptz,
  -- encrypted: who sent it, for whom, and on what basis
  add column sender bytea,
  add constraint submission_owned check (
    (owner_id is null) = (acting_account_id is null) and (owner_id is null) = (assurance_level = 'none')
    and (owner_id is null) = (identity_provider is null) and (owner_id is null) = (signed_in_at is null) and (owner_id is null) = (sender is null)
  );

-- Begin with the owner: they find what belongs to one person in all portals.
create index draft_of_owner on submissions.draft (owner_id, updated_at) where owner_id is not null;
create index submission_of_owner on submissions.submission (owner_id, submitted_at) where owner_id is not null;

-- Reading only; writing is left to the tenant.
create policy owner on submissions.draft for select using (owner_id = nullif(current_setting('app.owner_id', true), '')::uuid);
create policy owner on submissions.submission for select using (owner_id = nullif(current_setting('app.owner_id', true), '')::uuid);
