// Written by `npm run schema:types` from the migrated database. Do not edit.
import type { Generated } from "kysely";

export type ArrivalsTables = {
  "arrivals.arrival": {
    tenant_id: Generated<string>;
    id: string;
    source_id: string;
    external_id: string;
    case_id: string;
    state:
      | "waiting"
      | "taken"
      | "accepted"
      | "rejecting"
      | "rejected"
      | "gone"
      | "contradicted";
    cause: string | null;
    problems: unknown;
    submission_id: string;
    vorgang_id: string | null;
    first_seen_at: Date;
    changed_at: Date;
    evidence: Buffer | null;
  };
  "arrivals.source": {
    tenant_id: Generated<string>;
    id: string;
    name: string;
    inbox_key: string;
    options: Buffer;
    enabled: Generated<boolean>;
    created_at: Date;
    updated_at: Date;
    asked_at: Date | null;
    cause: string | null;
  };
};
