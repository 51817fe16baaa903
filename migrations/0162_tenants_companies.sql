-- Municipal companies (Stadtwerke, housing, waste, public transport) are tenants of their own below the authority they belong to. Their key is
-- that of the area they work in, so it is no longer theirs alone.

alter table tenants.authority
  drop constraint authority_kind_check,
  add constraint authority_kind_check
    check (kind in ('installation', 'land', 'kreis', 'amt', 'stadt', 'gemeinde', 'company')),
  drop constraint authority_ars_key,
  add constraint authority_company_check check (kind <> 'company' or parent_id is not null);
create unique index authority_ars on tenants.authority (ars) where kind <> 'company';
