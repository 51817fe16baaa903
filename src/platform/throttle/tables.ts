// Written by `npm run schema:types` from the migrated database. Do not edit.
import type { Generated } from "kysely";

export type ThrottleTables = {
  "throttle.attempt": {
    tenant_id: Generated<string>;
    key: Buffer;
    attempts: number;
    last_attempt_at: Date;
    blocked_until: Date | null;
  };
};
