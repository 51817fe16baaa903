// Written by `npm run schema:types` from the migrated database. Do not edit.
import type { Generated } from "kysely";

export type SubmissionsTables = {
  "submissions.amendment": {
    tenant_id: Generated<string>;
    submission_id: string;
    version: number;
    draft_id: string;
    request_id: string;
    answers: Buffer;
    content_hash: string;
    submitted_at: Date;
    sender: Buffer | null;
    own_data: Buffer | null;
  };
  "submissions.applicant_mark": {
    tenant_id: Generated<string>;
    mark: Buffer;
    submission_id: string;
    submitted_at: Date;
  };
  "submissions.draft": {
    tenant_id: Generated<string>;
    id: string;
    leistung_slug: string;
    form_version_id: string;
    answers: Buffer | null;
    revision: Generated<number>;
    created_at: Date;
    updated_at: Date;
    expires_at: Date;
    submitted_at: Date | null;
    reminder_email: Buffer | null;
    reminded_for: Date | null;
    kept_answers: Buffer | null;
    owner_id: string | null;
    acting_account_id: string | null;
    leistung_title: string | null;
    own_data: Buffer | null;
    amends_submission_id: string | null;
    correction: Buffer | null;
    intake_by: string | null;
    intake: Buffer | null;
  };
  "submissions.draft_key": {
    tenant_id: Generated<string>;
    key_hash: Buffer;
    draft_id: string;
    purpose: "browser" | "link";
    created_at: Date;
  };
  "submissions.moved_key": {
    tenant_id: Generated<string>;
    key_hash: Buffer;
    to_host: string;
    expires_at: Date;
  };
  "submissions.pending_upload": {
    tenant_id: Generated<string>;
    id: string;
    draft_id: string;
    field_path: string;
    description: Buffer;
    size_bytes: number;
    received_bytes: Generated<number>;
    created_at: Date;
    expires_at: Date;
    finished_at: Date | null;
  };
  "submissions.submission": {
    tenant_id: Generated<string>;
    id: string;
    draft_id: string;
    reference: string;
    leistung_slug: string;
    leistung_title: string;
    form_version_id: string;
    answers: Buffer;
    content_hash: string;
    status_key_hash: Buffer;
    status_key: Buffer;
    notification_email: Buffer | null;
    submitted_at: Date;
    owner_id: string | null;
    acting_account_id: string | null;
    assurance_level: Generated<"none" | "low" | "substantial" | "high">;
    identity_provider: string | null;
    signed_in_at: Date | null;
    sender: Buffer | null;
    own_data: Buffer | null;
    intake_by: string | null;
    intake: Buffer | null;
    arrival: Buffer | null;
    office_slug: string | null;
  };
  "submissions.upload": {
    tenant_id: Generated<string>;
    file_id: string;
    draft_id: string;
    submission_id: string | null;
    created_at: Date;
    scan_state: Generated<"unscanned" | "clean" | "infected">;
    scanned_at: Date | null;
  };
  "submissions.upload_part": {
    tenant_id: Generated<string>;
    file_id: string;
    upload_id: string;
    draft_id: string;
    start_bytes: number;
    size_bytes: number;
  };
};
