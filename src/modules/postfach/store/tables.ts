// Written by `npm run schema:types` from the migrated database. Do not edit.
import type { Generated } from "kysely";

export type PostfachTables = {
  "postfach.answer_draft": {
    tenant_id: Generated<string>;
    thread_id: string;
    body: Buffer;
    changed_at: Date;
  };
  "postfach.contact_task": {
    tenant_id: Generated<string>;
    id: string;
    thread_id: string;
    fault: string;
    created_at: Date;
    done_at: Date | null;
    done_by: string | null;
  };
  "postfach.document": {
    tenant_id: Generated<string>;
    id: string;
    thread_id: string;
    message_id: string | null;
    position: number;
    filename: Buffer;
    media_type: string;
    size_bytes: string;
    sha256: string;
    scan: "clean" | "unscanned" | "waiting" | "infected";
    added_at: Date;
  };
  "postfach.message": {
    tenant_id: Generated<string>;
    thread_id: string;
    position: number;
    id: string;
    kind: "message" | "question" | "decision" | "receipt" | "answer";
    at: Date;
    actor_kind: "guest" | "citizen" | "staff" | "system";
    actor_id: string;
    body: Buffer | null;
    first_retrieved_at: Date | null;
  };
  "postfach.mirror": {
    tenant_id: Generated<string>;
    message_id: string;
    provider: string;
    handle: Buffer;
    state: "waiting" | "sent" | "acknowledged" | "failed";
    reason: string | null;
    attempts: Generated<number>;
    changed_at: Date;
  };
  "postfach.notice": {
    tenant_id: Generated<string>;
    message_id: string;
    at: Date;
    outcome: "sent" | "no-address" | "undeliverable" | "later" | "not-wished";
    summed_up_at: Date | null;
  };
  "postfach.office_task": {
    tenant_id: Generated<string>;
    id: string;
    message_id: string;
    reason:
      | "guest"
      | "excluded"
      | "no-address"
      | "undeliverable"
      | "not-retrieved";
    created_at: Date;
    done_at: Date | null;
    done_by: string | null;
  };
  "postfach.provision": {
    tenant_id: Generated<string>;
    message_id: string;
    consent: "deemed" | "excluded" | "guest";
    land: string;
    law: "general" | "taxes";
    has_legal_remedy_text: boolean;
    reminded_at: Date | null;
  };
  "postfach.thread": {
    tenant_id: Generated<string>;
    id: string;
    submission_id: string;
    reference: string;
    title: string;
    owner_id: string | null;
    acting_account_id: string | null;
    opened_at: Date;
    newest_at: Date;
    last_position: number;
    newest_incoming: Generated<number>;
    read_position: Generated<number>;
    archived_at: Date | null;
    labels: Buffer | null;
    paper_wished_at: Date | null;
  };
};
