-- Forms: versions belong to the installation and never change; each authority publishes one version per form.

create schema forms;

create table forms.form_version (
  id uuid primary key,
  form_key text not null check (form_key ~ '^[A-Za-z][A-Za-z0-9_-]{0,99}$'),
  version text not null,
  -- the inner model, see src/modules/forms/form-definition.schema.json
  definition jsonb not null,
  -- SHA-256 of the definition as canonical JSON
  content_hash bytea not null check (octet_length(content_hash) = 32),
  imported_at timestamptz not null,
  unique (form_key, version, content_hash)
);

-- Submissions are read with the version they were made with, for as long as they are kept.
create function forms.refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception 'forms.form_version never changes: import a new version instead';
end
$$;

create trigger form_version_never_changes
  before update or delete on forms.form_version
  for each row execute function forms.refuse_change();

create trigger form_version_never_emptied
  before truncate on forms.form_version
  for each statement execute function forms.refuse_change();

create table forms.publication (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  form_key text not null,
  form_version_id uuid not null references forms.form_version (id),
  published_at timestamptz not null,
  published_by text not null,
  primary key (tenant_id, form_key)
);

alter table forms.publication enable row level security;
alter table forms.publication force row level security;
create policy tenant on forms.publication
  using (tenant_id = current_setting('app.tenant_id')::uuid);
