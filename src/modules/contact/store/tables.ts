// Written by `npm run schema:types` from the migrated database. Do not edit.
import type { Generated } from "kysely";

export type ContactTables = {
  "contact.message": {
    tenant_id: Generated<string>;
    id: string;
    office_slug: string;
    content: Buffer;
    received_at: Date;
    done_at: Date | null;
    done_by: string | null;
  };
};
