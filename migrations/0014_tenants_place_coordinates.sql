-- Where a place lies, for the map on which people set points. Degrees in WGS 84; unknown for places nobody looked up.
alter table tenants.place
  add column latitude double precision,
  add column longitude double precision,
  add constraint place_is_somewhere check (
    (latitude is null and longitude is null)
    or (latitude between -90 and 90 and longitude between -180 and 180)
  );
