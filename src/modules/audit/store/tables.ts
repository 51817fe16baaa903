// Written by `npm run schema:types` from the migrated database. Do not edit.
import type { Generated } from "kysely";

export type AuditTables = {
  "audit.chain_head": {
    tenant_id: Generated<string>;
    seq: string;
    previous_hash: Buffer;
    hash: Buffer;
  };
  "audit.entry": {
    tenant_id: Generated<string>;
    seq: string;
    at: Date;
    actor_kind: "guest" | "citizen" | "staff" | "system";
    actor_id: string;
    action: string;
    subject_kind: string;
    subject_id: string;
    details: Generated<unknown>;
    correlation_id: string;
    previous_hash: Buffer;
    hash: Buffer;
  };
};
