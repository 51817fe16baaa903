// Written by `npm run schema:types` from the migrated database. Do not edit.
import type { Generated } from "kysely";

export type AdmissionTables = {
  "admission.call": {
    tenant_id: Generated<string>;
    leistung_slug: string;
    first_number: string;
    last_number: string;
    called_at: Date;
  };
  "admission.entry": {
    tenant_id: Generated<string>;
    leistung_slug: string;
    number: string;
    entered_at: Date;
  };
  "admission.queue": {
    tenant_id: Generated<string>;
    leistung_slug: string;
    issued: Generated<string>;
    called: Generated<string>;
    looked_at: Date;
  };
  "admission.rule": {
    tenant_id: Generated<string>;
    leistung_slug: string;
    places: number;
    changed_at: Date;
    changed_by: string;
  };
};
