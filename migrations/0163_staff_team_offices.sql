-- Teams may name the offices that they work for: what is written to such an office is theirs to read, and of who leads.

create table staff.team_office (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  team_id uuid not null,
  office_slug text not null,
  primary key (tenant_id, team_id, office_slug),
  foreign key (tenant_id, team_id) references staff.team (tenant_id, id) on delete cascade
);
alter table staff.team_office enable row level security;
alter table staff.team_office force row level security;
create policy tenant on staff.team_office using (tenant_id = current_setting('app.tenant_id')::uuid);
