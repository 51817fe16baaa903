-- A test submission takes the real path to a destination, without an application behind it.
alter table delivery.delivery add column is_test boolean not null default false;
