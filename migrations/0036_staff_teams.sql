-- Teams share a queue; a colleague who is away is substituted by another.

create table staff.team (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  name text not null check (name <> ''),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);

create table staff.team_member (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  team_id uuid not null,
  member_id uuid not null,
  primary key (tenant_id, team_id, member_id),
  foreign key (tenant_id, team_id) references staff.team (tenant_id, id) on delete cascade,
  foreign key (tenant_id, member_id) references staff.member (tenant_id, id)
);
create index team_member_member on staff.team_member (tenant_id, member_id);

-- Which team a Leistung comes to, and whether others may see its Vorgänge.
create table staff.team_leistung (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  leistung_slug text not null,
  team_id uuid not null,
  is_restricted boolean not null,
  primary key (tenant_id, leistung_slug),
  foreign key (tenant_id, team_id) references staff.team (tenant_id, id) on delete cascade
);
create index team_leistung_team on staff.team_leistung (tenant_id, team_id);

create table staff.absence (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  member_id uuid not null,
  substitute_id uuid not null,
  -- First and last day, both included.
  from_day date not null,
  until_day date not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references staff.member (tenant_id, id),
  foreign key (tenant_id, substitute_id) references staff.member (tenant_id, id),
  check (from_day <= until_day),
  check (member_id <> substitute_id)
);
create index absence_member on staff.absence (tenant_id, member_id, until_day);
create index absence_substitute on staff.absence (tenant_id, substitute_id, until_day);

alter table staff.team enable row level security;
alter table staff.team force row level security;
create policy tenant on staff.team using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table staff.team_member enable row level security;
alter table staff.team_member force row level security;
create policy tenant on staff.team_member using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table staff.team_leistung enable row level security;
alter table staff.team_leistung force row level security;
create policy tenant on staff.team_leistung using (tenant_id = current_setting('app.tenant_id')::uuid);
alter table staff.absence enable row level security;
alter table staff.absence force row level security;
create policy tenant on staff.absence using (tenant_id = current_setting('app.tenant_id')::uuid);
