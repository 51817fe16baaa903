import type { ColumnType, Generated } from "kysely";

/** Tables of the schema `forms`. */
export type FormsTables = {
  "forms.form_version": {
    id: string;
    form_key: string;
    version: string;
    definition: ColumnType<unknown, string, never>;
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
