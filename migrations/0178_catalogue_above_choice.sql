-- What an authority decided about a Leistung that authorities above it offer: hidden in its own portal, or shown although its own is hidden.
-- Without a row it is shown, unless the authority hides its own of the same name or Leistungsschlüssel.

create table catalogue.above_choice (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  above_tenant_id uuid not null,
  slug text not null,
  leika_key text,
  is_hidden boolean not null,
  chosen_at timestamptz not null,
  chosen_by text not null,
  primary key (tenant_id, above_tenant_id, slug)
);
alter table catalogue.above_choice enable row level security;
alter table catalogue.above_choice force row level security;
create policy tenant on catalogue.above_choice using (tenant_id = current_setting('app.tenant_id')::uuid);
create trigger pages_changed after insert or update or delete on catalogue.above_choice
  for each statement execute function catalogue.tell_pages_changed();

create index leistung_leika_key on catalogue.leistung (tenant_id, leika_key);
