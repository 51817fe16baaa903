// Written by `npm run schema:types` from the migrated database. Do not edit.
import type { Generated } from "kysely";

export type FormsTables = {
  "forms.form_version": {
    id: string;
    form_key: string;
    version: string;
    definition: unknown;
    content_hash: Buffer;
    imported_at: Date;
  };
  "forms.publication": {
    tenant_id: Generated<string>;
    form_key: string;
    form_version_id: string;
    published_at: Date;
    published_by: string;
  };
};
