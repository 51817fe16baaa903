// Written by `npm run schema:types` from the migrated database. Do not edit.
import type { Generated } from "kysely";

export type RetentionTables = {
  "retention.announcement": {
    tenant_id: Generated<string>;
    vorgang_id: string;
    announced_at: Date;
  };
  "retention.archive_offer": {
    tenant_id: Generated<string>;
    vorgang_id: string;
    offered_by: string;
    offered_at: Date;
    answer: "taken" | "refused" | null;
    answered_by: string | null;
    answered_at: Date | null;
  };
  "retention.file_removal": {
    tenant_id: Generated<string>;
    file_id: string;
  };
  "retention.hold": {
    tenant_id: Generated<string>;
    id: string;
    vorgang_id: string;
    reason: Buffer;
    placed_by: string;
    placed_at: Date;
    until_day: string | null;
    lifted_by: string | null;
    lifted_at: Date | null;
  };
  "retention.owner_note": {
    tenant_id: Generated<string>;
    proof_id: string;
    owner_id: string;
    acting_account_id: string;
    reference: string;
    leistung_title: string;
    deleted_at: Date;
  };
  "retention.proof": {
    tenant_id: Generated<string>;
    id: string;
    reference: string;
    leistung_slug: string;
    leistung_title: string;
    received_on: string;
    closed_on: string;
    ended: "closed" | "withdrawn" | "handed-over";
    due_on: string;
    deleted_at: Date;
    term_count: number;
    term_unit: string;
    from_year_end: boolean;
    basis: string;
    rule: "leistung" | "default";
    archive: "not-offered" | "taken" | "refused";
    counts: unknown;
    hash: Buffer;
    status_key_hash: Buffer | null;
    deleted_in: Generated<string>;
  };
  "retention.removal_pass": {
    tenant_id: Generated<string>;
    vorgang_id: string;
    submission_id: string;
    proof_id: string;
    transaction: Generated<string>;
  };
  "retention.term": {
    tenant_id: Generated<string>;
    leistung_slug: string;
    term_count: number;
    term_unit: "months" | "years";
    from_year_end: boolean;
    basis: string;
    offers_to_archive: boolean;
    changed_at: Date;
  };
};
