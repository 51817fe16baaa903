-- Code lists as they were published, each version once, for all forms of the installation: no tenant's, so no row-level security.
create table forms.code_list (
  -- canonicalUri of genericode
  urn text not null,
  version text not null,
  -- the genericode document itself
  document bytea not null,
  imported_at timestamptz not null,
  primary key (urn, version)
);
