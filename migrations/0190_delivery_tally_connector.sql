-- By which connector: the operator counts by kind of destination over all tenants. Filled by the hourly count, which writes all days that are kept.
alter table delivery.tally add column connector_key text not null default 'unknown';
