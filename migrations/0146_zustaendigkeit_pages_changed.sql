-- Pages of Leistungen say who is responsible, also in the portals of the communes: a changed rule is on them at once.

create trigger pages_changed after insert or update or delete on zustaendigkeit.rule
  for each statement execute function tenants.tell_pages_changed();
