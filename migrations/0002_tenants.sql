-- Authorities and places. Public facts of the whole installation, so no row-level security.

create schema tenants;

create table tenants.authority (
  id uuid primary key,
  parent_id uuid references tenants.authority (id),
  kind text not null check (kind in ('installation', 'land', 'kreis', 'amt', 'stadt', 'gemeinde')),
  -- 12 digits, 9 for an Amt (Gemeindeverband); the installation has none
  ars text unique check (ars ~ '^([0-9]{9}|[0-9]{12})$'),
  -- 8 digits for a commune, 5 for a Kreis, 2 for a Land; an Amt has none
  ags text unique check (ags ~ '^([0-9]{2}|[0-9]{5}|[0-9]{8})$'),
  slug text not null unique,
  -- left label of the host name; null: no portal of its own; empty: the bare host
  host text unique check (host ~ '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)?$'),
  name text not null,
  short_name text not null,
  accent_colour text not null check (accent_colour ~ '^#[0-9a-f]{6}$'),
  crest_svg text not null,
  contact jsonb not null,
  enabled boolean not null default true,
  updated_at timestamptz not null default now(),
  check ((kind = 'installation') = (host is not null and host = '')),
  check ((kind = 'installation') = (ars is null))
);
create index authority_children on tenants.authority (parent_id);

-- Offices of an authority that people visit or call.
create table tenants.office (
  tenant_id uuid not null references tenants.authority (id),
  slug text not null,
  position integer not null,
  name text not null,
  tasks text not null,
  street text not null,
  postcode text not null,
  town text not null,
  phone text not null,
  email text not null,
  -- [{ weekday: 1–7 (Monday is 1), from: "08:00", to: "12:00" }]
  opening_hours jsonb not null,
  -- a sentence for people, such as "Bitte vereinbaren Sie einen Termin."
  note text,
  primary key (tenant_id, slug)
);

-- Communes, to find who is responsible for an address.
create table tenants.place (
  -- 12 digits
  ars text primary key check (ars ~ '^[0-9]{12}$'),
  name text not null,
  postcodes text[] not null,
  -- where the chain of responsible authorities begins: the commune itself, its Amt, or the town that runs the Amt's administration
  administered_by uuid not null references tenants.authority (id),
  population integer not null,
  -- of the folded name, written by the application (extensions such as pg_trgm are not on every server)
  trigrams text[] not null
);
create index place_trigrams on tenants.place using gin (trigrams);
create index place_administration on tenants.place (administered_by);
