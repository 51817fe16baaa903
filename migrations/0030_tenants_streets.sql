-- Streets of communes, offered while somebody types an address. Public facts of the whole installation, so no row-level security.
create table tenants.street (
  -- of the commune, 12 digits; communes that are no place of the finder have streets, too
  ars text not null check (ars ~ '^[0-9]{12}$'),
  -- as it stands on letters: a part of a commune may have its own name there
  town text not null,
  name text not null,
  postcodes text[] not null,
  -- of the folded name, as for places
  trigrams text[] not null,
  primary key (ars, town, name)
);
create index street_postcodes on tenants.street using gin (postcodes);
