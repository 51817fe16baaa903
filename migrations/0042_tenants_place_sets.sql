-- Places come as a set of the whole country: most are administered by nobody here, and a newer set takes the place of an older one.
alter table tenants.place alter column administered_by drop not null;
-- What the set that the place came with calls itself, e.g. 2026-06-30; unknown for places that came otherwise.
alter table tenants.place add column version text;
