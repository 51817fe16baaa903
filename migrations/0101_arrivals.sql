-- Applications that other portals send to this authority by FIT-Connect: where they wait, and what became of each.
create schema arrivals;

create table arrivals.source (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  inbox_key text not null,
  -- what was entered, with secrets and private keys; encrypted with the tenant's data key
  options bytea not null,
  enabled boolean not null default true,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- when it was last asked, and why that failed
  asked_at timestamptz,
  cause text,
  primary key (tenant_id, id)
);
create unique index source_name on arrivals.source (tenant_id, name);
alter table arrivals.source enable row level security;
alter table arrivals.source force row level security;
create policy tenant on arrivals.source using (tenant_id = current_setting('app.tenant_id')::uuid);

-- One row for each application that was seen there: what makes fetching it twice harmless. Ids and codes only; what was sent is a submission.
create table arrivals.arrival (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  source_id uuid not null,
  external_id text not null,
  case_id text not null,
  state text not null check (state in ('waiting', 'taken', 'accepted', 'rejecting', 'rejected', 'gone', 'contradicted')),
  -- why it could not be fetched or answered
  cause text,
  -- what the sender is told
  problems jsonb,
  submission_id uuid not null,
  vorgang_id uuid,
  first_seen_at timestamptz not null,
  changed_at timestamptz not null,
  -- the signed event by which it was answered, encrypted: the service deletes it after 730 days
  evidence bytea,
  primary key (tenant_id, id),
  foreign key (tenant_id, source_id) references arrivals.source (tenant_id, id)
);
create unique index arrival_once on arrivals.arrival (tenant_id, source_id, external_id);
create index arrival_of_submission on arrivals.arrival (tenant_id, submission_id);
create index arrival_open on arrivals.arrival (tenant_id, source_id, changed_at) where state in ('waiting', 'taken', 'rejecting', 'contradicted');
alter table arrivals.arrival enable row level security;
alter table arrivals.arrival force row level security;
create policy tenant on arrivals.arrival using (tenant_id = current_setting('app.tenant_id')::uuid);

-- Of an application from another portal: what came with it besides answers; encrypted with the tenant's data key.
alter table submissions.submission add column arrival bytea;

-- A submission has a form. This one stands for those that fit to no form of this installation; its key begins with what editors never see.
insert into forms.form_version (id, form_key, version, definition, content_hash, imported_at)
values (
  '0190a000-0000-7000-8000-0000000f0001', 'openrathaus-other-portal', '1',
  '{"formatVersion":1,"key":"openrathaus-other-portal","pages":[{"elements":[{"cardinality":{"max":1,"min":0},"content":"Die Angaben stehen in einer Tabelle und in der Originaldatei.","dataType":"label","key":"hinweis","kind":"field","label":"Hinweis"}],"key":"angaben","title":"Angaben"}],"provenance":{"standard":"own","status":"active"},"title":"Antrag aus einem anderen Portal","untranslatedRules":[],"version":"1"}',
  sha256('{"formatVersion":1,"key":"openrathaus-other-portal","pages":[{"elements":[{"cardinality":{"max":1,"min":0},"content":"Die Angaben stehen in einer Tabelle und in der Originaldatei.","dataType":"label","key":"hinweis","kind":"field","label":"Hinweis"}],"key":"angaben","title":"Angaben"}],"provenance":{"standard":"own","status":"active"},"title":"Antrag aus einem anderen Portal","untranslatedRules":[],"version":"1"}'::bytea),
  now()
);
