-- Four eyes: where the authority wants it, nothing that an editor wrote becomes public before another one has approved it.
alter table catalogue.editing_rule add column needs_approval boolean not null default false;

-- Staff ids of all who wrote in it: none of them approves it.
alter table catalogue.draft add column authors text[] not null default '{}';
alter table catalogue.plan
  add column authors text[] not null default '{}',
  -- staff id; null where nobody was asked
  add column approved_by text;
alter table catalogue.leistung_version
  add column authors text[] not null default '{}',
  add column approved_by text;

-- What waits for another editor, or was sent back by one: one for each Leistung, seen by editors of the authority only.
create table catalogue.approval (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  leistung_id uuid not null,
  -- a new one with each request: who approves says which one they have seen
  id uuid not null,
  -- what is to be published; null where a hidden Leistung is to be shown as it is
  content jsonb,
  -- version that it was made from
  base_version integer not null check (base_version >= 0),
  -- revision of the draft that was asked for; null where the draft has no part in it
  draft_revision integer check (draft_revision > 0),
  authors text[] not null check (cardinality(authors) > 0),
  -- when the authors would like it to be published; null for at once
  publish_at timestamptz,
  note text not null,
  requested_at timestamptz not null,
  -- staff id
  requested_by text not null,
  returned_at timestamptz,
  returned_by text,
  reason text,
  primary key (tenant_id, leistung_id),
  foreign key (tenant_id, leistung_id) references catalogue.leistung (tenant_id, id) on delete cascade,
  check ((returned_at is null) = (returned_by is null) and (returned_at is null) = (reason is null))
);
alter table catalogue.approval enable row level security;
alter table catalogue.approval force row level security;
create policy tenant on catalogue.approval using (tenant_id = current_setting('app.tenant_id')::uuid);
