// Written by `npm run schema:types` from the migrated database. Do not edit.
import type { Generated } from "kysely";

export type NoticesTables = {
  "notices.choice": {
    tenant_id: Generated<string>;
    account_id: string;
    topic: "message" | "progress";
    email: "at-once" | "daily" | "none";
    changed_at: Date;
  };
  "notices.phone": {
    tenant_id: Generated<string>;
    account_id: string;
    number: Buffer;
    code_hash: Buffer | null;
    code_until: Date | null;
    wrong_codes: Generated<number>;
    confirmed_at: Date | null;
  };
  "notices.sms": {
    tenant_id: Generated<string>;
    id: string;
    account_id: string;
    kind: "code" | "notice";
    content: Buffer | null;
    state: "waiting" | "sent" | "kept" | "failed";
    reason: string | null;
    created_at: Date;
  };
};
