-- Who keeps public pages in memory hears of each change that shows on them: once for each transaction and tenant, after its commit. An empty
-- word stands for all tenants.

create function catalogue.tell_pages_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('public_pages', coalesce(current_setting('app.tenant_id', true), ''));
  return null;
end
$$;

create function tenants.tell_pages_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('public_pages', '');
  return null;
end
$$;

create trigger pages_changed after insert or update or delete on catalogue.leistung
  for each statement execute function catalogue.tell_pages_changed();
create trigger pages_changed after insert or update or delete on catalogue.inherited
  for each statement execute function catalogue.tell_pages_changed();
create trigger pages_changed after insert or update or delete on catalogue.leistung_situation
  for each statement execute function catalogue.tell_pages_changed();
create trigger pages_changed after insert or update or delete on catalogue.situation
  for each statement execute function catalogue.tell_pages_changed();
create trigger pages_changed after insert or update or delete on catalogue.notice
  for each statement execute function catalogue.tell_pages_changed();
create trigger pages_changed after insert or update or delete on catalogue.synonym
  for each statement execute function catalogue.tell_pages_changed();
create trigger pages_changed after insert or update or delete on catalogue.provider
  for each statement execute function catalogue.tell_pages_changed();
create trigger pages_changed after insert or update or delete on tenants.authority
  for each statement execute function tenants.tell_pages_changed();
create trigger pages_changed after insert or update or delete on tenants.office
  for each statement execute function tenants.tell_pages_changed();
create trigger pages_changed after insert or update or delete on tenants.commune
  for each statement execute function tenants.tell_pages_changed();
create trigger pages_changed after insert or update or delete on tenants.place
  for each statement execute function tenants.tell_pages_changed();
