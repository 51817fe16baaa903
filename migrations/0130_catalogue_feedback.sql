-- What readers say of the page of a Leistung: counted by month, with sentences that name nobody and are deleted after half a year.

create table catalogue.feedback_count (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  leistung_id uuid not null,
  -- first day of the month
  month date not null,
  helped integer not null default 0,
  did_not_help integer not null default 0,
  primary key (tenant_id, leistung_id, month),
  foreign key (tenant_id, leistung_id) references catalogue.leistung (tenant_id, id) on delete cascade
);

create table catalogue.feedback_remark (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  leistung_id uuid not null,
  has_helped boolean not null,
  remark text not null check (char_length(remark) between 1 and 500),
  said_on date not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, leistung_id) references catalogue.leistung (tenant_id, id) on delete cascade
);
create index feedback_remark_leistung on catalogue.feedback_remark (tenant_id, leistung_id, said_on);
create index feedback_remark_said_on on catalogue.feedback_remark (tenant_id, said_on);

alter table catalogue.feedback_count enable row level security;
alter table catalogue.feedback_count force row level security;
create policy tenant on catalogue.feedback_count using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table catalogue.feedback_remark enable row level security;
alter table catalogue.feedback_remark force row level security;
create policy tenant on catalogue.feedback_remark using (tenant_id = current_setting('app.tenant_id')::uuid);
