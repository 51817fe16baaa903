// Written by `npm run schema:types` from the migrated database. Do not edit.
import type { Generated } from "kysely";

export type DeliveryTables = {
  "delivery.attempt": {
    tenant_id: Generated<string>;
    delivery_id: string;
    number: number;
    started_at: Date;
    ended_at: Date | null;
    outcome: "delivered" | "accepted" | "rejected" | "unavailable" | null;
    reason: string | null;
  };
  "delivery.connector_note": {
    tenant_id: Generated<string>;
    delivery_id: string;
    note: unknown;
    written_at: Date;
  };
  "delivery.delivery": {
    tenant_id: Generated<string>;
    id: Generated<string>;
    submission_id: string;
    destination_id: string;
    reference: string;
    leistung_slug: string;
    state: Generated<
      "waiting" | "accepted" | "delivered" | "rejected" | "dead" | "closed"
    >;
    attempts: Generated<number>;
    waiting_since: Generated<Date>;
    attempts_before: Generated<number>;
    next_attempt_at: Generated<Date | null>;
    last_reason: string | null;
    receipt: string | null;
    created_at: Generated<Date>;
    delivered_at: Date | null;
    version: Generated<number>;
    settled_at: Date | null;
    answer_due_at: Date | null;
    is_test: Generated<boolean>;
    redirected_to: string | null;
  };
  "delivery.destination": {
    tenant_id: Generated<string>;
    id: string;
    name: string;
    connector_key: string;
    options: Buffer;
    enabled: Generated<boolean>;
    created_at: Date;
    updated_at: Date;
    concurrency: Generated<number>;
    patience_hours: Generated<number>;
    office_email: string | null;
    paused_at: Date | null;
    failures: Generated<number>;
    open_until: Date | null;
    office_told_at: Date | null;
    administrator_told_at: Date | null;
    expires_at: Date | null;
    expiry_told: "month" | "week" | "expired" | null;
  };
  "delivery.evidence": {
    tenant_id: Generated<string>;
    delivery_id: string;
    evidence_id: string;
    kind: string;
    occurred_at: Date;
    kept_at: Date;
    content: Buffer;
  };
  "delivery.heard_call": {
    tenant_id: Generated<string>;
    destination_id: string;
    digest: Buffer;
    heard_at: Date;
  };
  "delivery.notice": {
    tenant_id: Generated<string>;
    delivery_id: string;
    put_at: Date;
  };
  "delivery.route": {
    tenant_id: Generated<string>;
    leistung_slug: string;
    destination_id: string;
  };
  "delivery.tally": {
    tenant_id: Generated<string>;
    destination_id: string;
    day: Date;
    destination_name: string;
    enqueued: number;
    delivered: number;
    failed: number;
    waiting: number;
    counted_at: Date;
    connector_key: Generated<string>;
  };
};
