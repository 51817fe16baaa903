-- The authority an office belongs to, where it is not that of the portal: the county decides what its towns take in. Null: that of the portal.
alter table tenants.office add column authority text;
