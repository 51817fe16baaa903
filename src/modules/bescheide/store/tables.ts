// Written by `npm run schema:types` from the migrated database. Do not edit.
import type { Generated } from "kysely";

export type BescheideTables = {
  "bescheide.bescheid": {
    tenant_id: Generated<string>;
    id: string;
    vorgang_id: string;
    reference: string;
    leistung_slug: string;
    leistung_title: string;
    outcome: "granted" | "partly" | "refused";
    law: "general" | "taxes";
    state: "draft" | "waiting" | "approved" | "released" | "discarded";
    revision: number;
    replaces_id: string | null;
    letter_id: string;
    letter_version: number;
    draft: Buffer;
    writer_ids: string[];
    created_at: Date;
    changed_at: Date;
    return_reason: Buffer | null;
    pdf_id: string | null;
    pdf_sha256: string | null;
    fixed_at: Date | null;
    fixed_by: string | null;
    approved_by: string | null;
    approved_at: Date | null;
    approved_position: number | null;
    fault: string | null;
    document_id: string | null;
    document_sha256: string | null;
    seal_level: "B-B" | "B-T" | null;
    sealed_by: string | null;
    message_id: string | null;
    released_at: Date | null;
  };
  "bescheide.leistung": {
    tenant_id: Generated<string>;
    leistung_slug: string;
    needs_second_person: boolean;
    needs_bescheid: boolean;
    law: "general" | "taxes";
    granted_id: string | null;
    partly_id: string | null;
    refused_id: string | null;
    remedy_id: string | null;
    at: Date;
  };
  "bescheide.text": {
    tenant_id: Generated<string>;
    id: string;
    kind: "letter" | "module" | "remedy";
    name: string;
    leistung_slug: string | null;
    base_id: string | null;
    version: number;
    archived_at: Date | null;
  };
  "bescheide.text_version": {
    tenant_id: Generated<string>;
    text_id: string;
    version: number;
    subject: string;
    body: string;
    at: Date;
    actor_id: string;
  };
};
