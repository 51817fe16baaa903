-- The official register of communes with its history: what was a commune from when until when, and what became of it. Public facts of the
-- whole installation, so no row-level security.
create table tenants.commune (
  ars text not null check (ars ~ '^[0-9]{12}$'),
  valid_from date not null,
  -- the first day on which it was no longer so; null for what holds
  valid_until date,
  name text not null,
  -- what it is: Textkennzeichen of the register
  kind smallint not null check (kind between 60 and 67),
  county text not null,
  -- Amt, Samtgemeinde and the like; for a commune without one its own name
  association text not null,
  association_kind smallint check (association_kind between 50 and 59),
  -- of the seat of its administration; none where nobody lives
  postcode text check (postcode ~ '^[0-9]{5}$'),
  area_hectares integer not null,
  population integer not null,
  -- the ARS that took its place; only where it has ended
  successor_ars text check (successor_ars ~ '^[0-9]{12}$'),
  primary key (ars, valid_from),
  check (valid_until > valid_from),
  check (successor_ars is null or valid_until is not null)
);
create unique index commune_that_holds on tenants.commune (ars) where valid_until is null;

-- The day as of which the register was brought last.
create table tenants.register_state (
  only_one boolean primary key default true check (only_one),
  as_of date not null,
  imported_at timestamptz not null
);

-- Places by what people type: groups of three letters of their names, and the beginnings of their postcodes behind a #. Plain equality finds
-- them in milliseconds among all communes of the country (docs/adr/0016-search-by-inverted-index.md).
create table tenants.place_search (
  key text not null,
  ars text not null references tenants.place (ars) on delete cascade,
  -- the name behind the key: that of the place or, since a merger, that of a former commune
  name text not null,
  primary key (key, ars, name)
);
create index place_search_of_place on tenants.place_search (ars);

-- Tells places of the same name apart.
alter table tenants.place add column county text;
