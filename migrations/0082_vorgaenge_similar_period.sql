-- For how many days an office wants to be told of other applications of the same person for a Leistung; 0: not at all. Without a row: a year.
create table vorgaenge.similar_period (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  leistung_slug text not null,
  days integer not null check (days between 0 and 3650),
  primary key (tenant_id, leistung_slug)
);

alter table vorgaenge.similar_period enable row level security;
alter table vorgaenge.similar_period force row level security;
create policy tenant on vorgaenge.similar_period using (tenant_id = current_setting('app.tenant_id')::uuid);
