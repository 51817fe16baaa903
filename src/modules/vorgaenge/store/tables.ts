// Written by `npm run schema:types` from the migrated database. Do not edit.
import type { Generated } from "kysely";

export type VorgaengeTables = {
  "vorgaenge.event": {
    tenant_id: Generated<string>;
    vorgang_id: string;
    position: number;
    kind:
      | "received"
      | "taken-into-work"
      | "question-asked"
      | "answered"
      | "decided"
      | "withdrawn"
      | "handed-over"
      | "closed"
      | "reopened"
      | "note-to-applicant"
      | "note-from-applicant"
      | "assigned"
      | "unassigned"
      | "moved-to-team";
    outcome: "granted" | "partly" | "refused" | "no-decision" | null;
    at: Date;
    actor_kind: "guest" | "citizen" | "staff" | "system";
    actor_id: string;
    note: Buffer | null;
    assignee_id: string | null;
    team_id: string | null;
  };
  "vorgaenge.read_mark": {
    tenant_id: Generated<string>;
    staff_id: string;
    vorgang_id: string;
    position: number;
  };
  "vorgaenge.vorgang": {
    tenant_id: Generated<string>;
    id: string;
    submission_id: string;
    reference: string;
    leistung_slug: string;
    leistung_title: string;
    received_at: Date;
    state:
      | "received"
      | "in-progress"
      | "question"
      | "decided"
      | "withdrawn"
      | "handed-over"
      | "closed";
    state_since: Date;
    last_position: number;
    assignee_id: string | null;
    team_id: string | null;
  };
};
