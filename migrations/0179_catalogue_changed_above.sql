-- How many parts an authority wrote itself have changed above since, for the editor's list; and those parts as they were when it wrote its own
-- (null for one that was not there), for the comparison. Rows of before are counted when their source or their own parts change next.

alter table catalogue.inherited
  add column changed_above integer not null default 0,
  add column seen jsonb not null default '{}'::jsonb;

create index inherited_changed_above on catalogue.inherited (tenant_id) where changed_above > 0;
