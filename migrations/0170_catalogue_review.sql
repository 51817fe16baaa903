-- When editors look at a Leistung again: rules of the authority, a day for each Leistung, and what was looked at without a change.
create table catalogue.editing_rule (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  -- months from a publication or a check to the next look; null where no day is set by itself
  review_months integer check (review_months between 1 and 120),
  changed_at timestamptz not null,
  -- staff id
  changed_by text not null,
  primary key (tenant_id)
);

create table catalogue.review (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  leistung_id uuid not null,
  due_on date not null,
  -- day of the publication or check that the day was counted from; null for a day that somebody chose
  counted_from date,
  -- when editors were last told that it is due
  told_on date,
  primary key (tenant_id, leistung_id),
  foreign key (tenant_id, leistung_id) references catalogue.leistung (tenant_id, id) on delete cascade
);
create index review_due on catalogue.review (tenant_id, due_on);

-- Somebody looked and found nothing to change: no new version, but seen among them.
create table catalogue.review_check (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  leistung_id uuid not null,
  id uuid not null,
  -- of the Leistung as it was looked at; 0 where none was kept
  version integer not null check (version >= 0),
  checked_at timestamptz not null,
  -- staff id
  checked_by text not null,
  primary key (tenant_id, leistung_id, id),
  foreign key (tenant_id, leistung_id) references catalogue.leistung (tenant_id, id) on delete cascade
);

-- The day on which editors were last written to: one summary a day.
create table catalogue.review_summary (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  made_on date not null,
  primary key (tenant_id)
);

alter table catalogue.editing_rule enable row level security;
alter table catalogue.editing_rule force row level security;
create policy tenant on catalogue.editing_rule using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table catalogue.review enable row level security;
alter table catalogue.review force row level security;
create policy tenant on catalogue.review using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table catalogue.review_check enable row level security;
alter table catalogue.review_check force row level security;
create policy tenant on catalogue.review_check using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table catalogue.review_summary enable row level security;
alter table catalogue.review_summary force row level security;
create policy tenant on catalogue.review_summary using (tenant_id = current_setting('app.tenant_id')::uuid);
