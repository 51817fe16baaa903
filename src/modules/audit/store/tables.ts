// Written by `npm run schema:types` from the migrated database. Do not edit.
import type { Generated } from "kysely";

export type AuditTables = {
  "audit.chain_head": {
    tenant_id: Generated<string>;
    seq: string;
    previous_hash: Buffer;
    hash: Buffer;
  };
  "audit.daily_seal": {
    tenant_id: Generated<string>;
    day: string;
    seq: string;
    hash: Buffer;
    key_id: string;
    signature: Buffer;
    sealed_at: Date;
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
  "audit.time_stamp": {
    tenant_id: Generated<string>;
    day: string;
    authority: string;
    stamped_at: Date;
    response: Buffer;
  };
};
