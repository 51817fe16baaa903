-- breaking: the program of the version before cannot read a situation whose name or place is inherited. Stop all processes of it, then start the new ones.
-- What an authority says of a situation itself; null is as above: from the authorities above, then the built-in tree.
alter table catalogue.situation
  alter column audience drop not null,
  alter column address drop not null,
  alter column names drop not null,
  alter column position drop not null,
  alter column is_hidden drop not null,
  alter column is_hidden drop default,
  -- a place in the tree is given as a whole: by who adds the situation
  add constraint situation_place_whole check ((audience is null) = (address is null) and (audience is not null or parent_key is null));

-- An authority inherits from those above it. The tree holds no personal data.
create policy line_above on catalogue.situation for select
  using (tenant_id in (select authority_id from tenants.line_above(current_setting('app.tenant_id')::uuid)));

-- Pages of the authorities below show the tree, too.
create function catalogue.tell_tree_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('public_pages', line.authority_id::text)
  from tenants.line_below(current_setting('app.tenant_id')::uuid) as line;
  return null;
end
$$;
drop trigger pages_changed on catalogue.situation;
create trigger pages_changed after insert or update or delete on catalogue.situation
  for each statement execute function catalogue.tell_tree_changed();
