-- What somebody has not read is found in the index alone: the mark's position lies beside its key.
alter table vorgaenge.read_mark
  drop constraint read_mark_pkey,
  add constraint read_mark_pkey primary key (tenant_id, staff_id, vorgang_id) include (position);
