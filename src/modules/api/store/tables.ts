// Written by `npm run schema:types` from the migrated database. Do not edit.
import type { Generated } from "kysely";

export type ApiTables = {
  "api.client": {
    tenant_id: Generated<string>;
    id: string;
    destination_id: string;
    name: string;
    scopes: string[];
    created_at: Date;
    revoked_at: Date | null;
    last_used_at: Date | null;
    window_began_at: Date;
    window_calls: Generated<number>;
  };
  "api.keyed_call": {
    tenant_id: Generated<string>;
    client_id: string;
    key: string;
    fingerprint: Buffer;
    begun_at: Date;
    status: number | null;
    etag: string | null;
    body: string | null;
  };
  "api.reported_state": {
    tenant_id: Generated<string>;
    id: string;
    destination_id: string;
    delivery_id: string;
    submission_id: string;
    word: string;
    meaning: string | null;
    reported_at: Date;
  };
  "api.secret": {
    tenant_id: Generated<string>;
    client_id: string;
    id: string;
    hash: Buffer;
    created_at: Date;
    revoked_at: Date | null;
    last_used_at: Date | null;
  };
  "api.state_meaning": {
    tenant_id: Generated<string>;
    destination_id: string;
    word: string;
    meaning:
      | "in-progress"
      | "question"
      | "granted"
      | "partly"
      | "refused"
      | "no-decision"
      | "withdrawn"
      | "closed";
  };
  "api.token": {
    tenant_id: Generated<string>;
    hash: Buffer;
    client_id: string;
    secret_id: string;
    scopes: string[];
    expires_at: Date;
  };
};
