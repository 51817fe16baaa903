-- Editors look after forms, without seeing applications.
alter table staff.member drop constraint member_roles_check;
alter table staff.member add constraint member_roles_check
  check (roles <@ array['caseworker', 'editor', 'admin', 'operator']);
