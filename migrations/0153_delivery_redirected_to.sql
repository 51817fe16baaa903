-- Where a delivery was sent instead: with submission and version it names the one that took its place.
alter table delivery.delivery add column redirected_to uuid;
alter table delivery.delivery add foreign key (tenant_id, redirected_to) references delivery.destination (tenant_id, id);
