-- More roles: who leads a team, who may read the log of who did what, who confirms identities at the counter.
-- A member without a second factor sets one up before the sign-in counts.

alter table staff.member drop constraint member_roles_check;
alter table staff.member add constraint member_roles_check
  check (roles <@ array['caseworker', 'team-lead', 'editor', 'admin', 'auditor', 'identity-officer', 'operator']);

alter table staff.member
  add column last_signed_in_at timestamptz;

alter table staff.session drop constraint session_stage_check;
alter table staff.session add constraint session_stage_check
  check (stage in ('code', 'password', 'factor', 'full'));
create index session_oldest on staff.session (tenant_id, created_at);
