-- Bescheide: the words an authority uses (letters, text modules, legal remedy texts), how Leistungen are decided, and the Bescheide themselves from
-- the first draft to the sealed document. Drafts are encrypted with the tenant's key; documents lie in the file store.

create schema bescheide;

create table bescheide.text (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  kind text not null check (kind in ('letter', 'module', 'remedy')),
  name text not null check (name <> ''),
  -- letters that are for one Leistung may use the answers of its form
  leistung_slug text,
  -- the text of the installation that this one stands for here
  base_id uuid,
  -- the newest one; older ones stay for the Bescheide made of them
  version integer not null check (version >= 1),
  archived_at timestamptz,
  primary key (tenant_id, id),
  check (kind = 'letter' or leistung_slug is null)
);
create unique index text_name on bescheide.text (tenant_id, kind, name) where archived_at is null;

create table bescheide.text_version (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  text_id uuid not null,
  version integer not null check (version >= 1),
  -- of letters
  subject text not null,
  body text not null check (body <> ''),
  at timestamptz not null,
  actor_id text not null,
  primary key (tenant_id, text_id, version),
  foreign key (tenant_id, text_id) references bescheide.text (tenant_id, id)
);

create function bescheide.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'what Bescheide were made of, and what was released, does not change: % refused', tg_op
    using errcode = 'insufficient_privilege';
end
$$;
create trigger immutable before update or delete on bescheide.text_version
  for each row execute function bescheide.refuse_change();

-- How a Leistung is decided.
create table bescheide.leistung (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  leistung_slug text not null,
  -- nobody releases what they wrote
  needs_second_person boolean not null,
  -- no decision in this Leistung without a Bescheid
  needs_bescheid boolean not null,
  -- which holidays and periods count (VwVfG or AO)
  law text not null check (law in ('general', 'taxes')),
  -- texts of the tenant or of the installation that are offered first
  granted_id uuid,
  partly_id uuid,
  refused_id uuid,
  remedy_id uuid,
  at timestamptz not null,
  primary key (tenant_id, leistung_slug)
);

create table bescheide.bescheid (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  vorgang_id uuid not null,
  reference text not null,
  leistung_slug text not null,
  leistung_title text not null,
  outcome text not null check (outcome in ('granted', 'partly', 'refused')),
  law text not null check (law in ('general', 'taxes')),
  state text not null check (state in ('draft', 'waiting', 'approved', 'released', 'discarded')),
  -- counts every change: who changes something says which one they saw
  revision integer not null check (revision >= 1),
  -- the Bescheid that this one changes; that one stays
  replaces_id uuid,
  -- the letter it was made of
  letter_id uuid not null,
  letter_version integer not null,
  -- addressee, subject, body, legal remedy text
  draft bytea not null,
  -- everybody who wrote in it
  writer_ids uuid[] not null check (cardinality(writer_ids) >= 1),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- why it came back from the second person
  return_reason bytea,
  -- the PDF that is checked and released, and how far the Vorgang was then
  pdf_id uuid,
  pdf_sha256 text,
  fixed_at timestamptz,
  fixed_by uuid,
  approved_by uuid,
  approved_at timestamptz,
  approved_position integer,
  -- why the seal is still missing, or why a release did not come about
  fault text,
  document_id uuid,
  document_sha256 text,
  seal_level text check (seal_level in ('B-B', 'B-T')),
  sealed_by text,
  message_id uuid,
  released_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, replaces_id) references bescheide.bescheid (tenant_id, id),
  check ((state in ('waiting', 'approved', 'released')) <= (pdf_id is not null)),
  check ((state in ('approved', 'released')) <= (approved_by is not null)),
  check ((state = 'released') = (released_at is not null))
);
-- One at a time.
create unique index bescheid_open on bescheide.bescheid (tenant_id, vorgang_id)
  where state in ('draft', 'waiting', 'approved');
create index bescheid_of_vorgang on bescheide.bescheid (tenant_id, vorgang_id, created_at);
create index bescheid_waiting on bescheide.bescheid (tenant_id, fixed_at) where state in ('waiting', 'approved');
create index bescheid_file on bescheide.bescheid (tenant_id, pdf_id);
create index bescheid_document on bescheide.bescheid (tenant_id, document_id);
create trigger immutable before update or delete on bescheide.bescheid
  for each row when (old.state = 'released') execute function bescheide.refuse_change();

alter table bescheide.text enable row level security;
alter table bescheide.text force row level security;
create policy tenant on bescheide.text using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table bescheide.text_version enable row level security;
alter table bescheide.text_version force row level security;
create policy tenant on bescheide.text_version using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table bescheide.leistung enable row level security;
alter table bescheide.leistung force row level security;
create policy tenant on bescheide.leistung using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table bescheide.bescheid enable row level security;
alter table bescheide.bescheid force row level security;
create policy tenant on bescheide.bescheid using (tenant_id = current_setting('app.tenant_id')::uuid);
