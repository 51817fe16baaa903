-- How the parts of the installation were, as anybody may read it on the status page: no tenant, no person, so no policy.

-- One look at one part. Kept for some days, so that a look that is told twice (by several workers, or after the database was away) counts once.
create table operation.look (
  component text not null,
  minute timestamptz not null,
  state text not null check (state in ('up', 'disturbed', 'down')),
  primary key (component, minute)
);
create index look_lately on operation.look (minute);

-- Looks of a day (of the German calendar) by what they found; kept for more than a year.
create table operation.day (
  component text not null,
  day date not null,
  up integer not null,
  disturbed integer not null,
  down integer not null,
  primary key (component, day)
);
