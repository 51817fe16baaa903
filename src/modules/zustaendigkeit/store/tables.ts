// Written by `npm run schema:types` from the migrated database. Do not edit.
import type { Generated } from "kysely";

export type ZustaendigkeitTables = {
  "zustaendigkeit.rule": {
    tenant_id: Generated<string>;
    id: string;
    leistung_slug: string;
    position: number;
    name: string;
    conditions: unknown;
    to_tenant_id: string | null;
    office_slug: string | null;
    team_id: string | null;
    destination_id: string | null;
    valid_from: Date;
    valid_until: Date | null;
    changed_at: Date;
    changed_by: string;
  };
};
