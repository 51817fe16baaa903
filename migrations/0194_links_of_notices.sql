-- Links in notices are looked at, too.
alter table links.use drop constraint use_kind_check;
alter table links.use add constraint use_kind_check check (kind in ('leistung', 'provider', 'notice'));
