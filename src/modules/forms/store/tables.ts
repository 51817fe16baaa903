// Written by `npm run schema:types` from the migrated database. Do not edit.
import type { Generated, GeneratedAlways } from "kysely";

export type FormsTables = {
  "forms.code_list": {
    urn: string;
    version: string;
    document: Buffer;
    imported_at: Date;
  };
  "forms.form_version": {
    id: string;
    form_key: string;
    version: string;
    definition: unknown;
    content_hash: Buffer;
    imported_at: Date;
    title: GeneratedAlways<string>;
    release_status: GeneratedAlways<string>;
    untranslated_rules: GeneratedAlways<number>;
    is_refined: GeneratedAlways<boolean>;
  };
  "forms.overlay": {
    tenant_id: Generated<string>;
    form_key: string;
    version: number;
    content: unknown;
    content_hash: Buffer;
    created_at: Date;
    created_by: string;
  };
  "forms.publication": {
    tenant_id: Generated<string>;
    form_key: string;
    form_version_id: string;
    published_at: Date;
    published_by: string;
    base_version_id: string | null;
    overlay_version: number | null;
    replaces_drafts: Generated<boolean>;
  };
};
