export type AuditTables = {
  "audit.entry": {
    tenant_id: string;
    seq: string;
    at: Date;
    actor_kind: string;
    actor_id: string;
    action: string;
    subject_kind: string;
    subject_id: string;
    details: unknown;
    correlation_id: string;
    previous_hash: Buffer;
    hash: Buffer;
  };
  "audit.chain_head": {
    tenant_id: string;
    seq: string;
    previous_hash: Buffer;
    hash: Buffer;
  };
};
