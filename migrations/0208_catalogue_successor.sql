-- Where the address of a Leistung leads that the portal shows no more, as an editor chose. By its name: the Leistung may be deleted, or one of an
-- authority above that is hidden here.
create table catalogue.successor (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  slug text not null,
  leads_to text not null check (leads_to <> slug),
  chosen_at timestamptz not null,
  chosen_by text not null,
  primary key (tenant_id, slug)
);
alter table catalogue.successor enable row level security;
alter table catalogue.successor force row level security;
create policy tenant on catalogue.successor using (tenant_id = current_setting('app.tenant_id')::uuid);
create trigger pages_changed after insert or update or delete on catalogue.successor
  for each statement execute function catalogue.tell_pages_changed();
