-- What visitors of an office need before they set out: where it stands, how they get there and in, on which days it is different.

alter table tenants.office
  add column part_of text,
  add column accessibility text,
  add column transport text,
  add column latitude double precision,
  add column longitude double precision,
  -- Spans of single days that replace those of the weekday, with what the day is called; no span is closed.
  add column special_days jsonb not null default '[]',
  add constraint office_position_check check ((latitude is null) = (longitude is null)),
  add constraint office_latitude_check check (latitude between -90 and 90),
  add constraint office_longitude_check check (longitude between -180 and 180);

-- The page of an office lists what it is responsible for.
create index leistung_office on catalogue.leistung (tenant_id, office_slug);
