// Written by `npm run schema:types` from the migrated database. Do not edit.
import type { Generated } from "kysely";

export type TenantsTables = {
  "tenants.authority": {
    id: string;
    parent_id: string | null;
    kind:
      | "installation"
      | "land"
      | "kreis"
      | "amt"
      | "stadt"
      | "gemeinde"
      | "company";
    ars: string | null;
    ags: string | null;
    slug: string;
    host: string | null;
    name: string;
    short_name: string;
    accent_colour: string;
    crest_svg: string;
    contact: unknown;
    enabled: Generated<boolean>;
    updated_at: Generated<Date>;
  };
  "tenants.commune": {
    ars: string;
    valid_from: Date;
    valid_until: Date | null;
    name: string;
    kind: number;
    county: string;
    association: string;
    association_kind: number | null;
    postcode: string | null;
    area_hectares: number;
    population: number;
    successor_ars: string | null;
  };
  "tenants.former_office": {
    tenant_id: Generated<string>;
    slug: string;
    name: string;
    successor_slug: string | null;
    gone_at: Date;
  };
  "tenants.office": {
    tenant_id: string;
    slug: string;
    position: number;
    name: string;
    tasks: string;
    street: string;
    postcode: string;
    town: string;
    phone: string;
    email: string;
    opening_hours: unknown;
    note: string | null;
    authority: string | null;
    part_of: string | null;
    accessibility: string | null;
    transport: string | null;
    latitude: number | null;
    longitude: number | null;
    special_days: Generated<unknown>;
  };
  "tenants.place": {
    ars: string;
    name: string;
    postcodes: string[];
    administered_by: string | null;
    population: number;
    latitude: number | null;
    longitude: number | null;
    version: string | null;
    county: string | null;
  };
  "tenants.place_search": {
    key: string;
    ars: string;
    name: string;
  };
  "tenants.register_state": {
    only_one: Generated<boolean>;
    as_of: Date;
    imported_at: Date;
  };
  "tenants.street": {
    ars: string;
    town: string;
    name: string;
    postcodes: string[];
    trigrams: string[];
  };
};
