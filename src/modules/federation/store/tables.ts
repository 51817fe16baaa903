// Written by `npm run schema:types` from the migrated database. Do not edit.
import type { Generated } from "kysely";

export type FederationTables = {
  "federation.attempt": {
    tenant_id: Generated<string>;
    id: string;
    provider: string;
    purpose: "sign-in" | "step-up" | "sign-out" | "trial";
    portal_tenant_id: string;
    return_path: string;
    needed_level: "none" | "low" | "substantial" | "high";
    account_id: string | null;
    session_id: Buffer | null;
    browser_hash: Buffer;
    request_hash: Buffer | null;
    secrets: Buffer | null;
    handover_hash: Buffer | null;
    outcome: Buffer | null;
    created_at: Date;
    expires_at: Date;
    answered_at: Date | null;
    completed_at: Date | null;
  };
  "federation.identity_provider": {
    tenant_id: Generated<string>;
    key: string;
    kind: "oidc" | "saml" | "bundid" | "muk";
    name_de: string;
    name_en: string;
    description_de: string;
    description_en: string;
    configuration: unknown;
    secrets: Buffer;
    assurance_level: "low" | "substantial" | "high";
    portal_tenant_id: string | null;
    enabled: Generated<boolean>;
    created_at: Date;
    updated_at: Date;
  };
  "federation.provider_health": {
    tenant_id: Generated<string>;
    provider: string;
    failures: number;
    reason: string | null;
    checked_at: Date;
    next_check_at: Date;
  };
  "federation.provider_session": {
    tenant_id: Generated<string>;
    session_id: Buffer;
    provider: string;
    subject_fingerprint: Buffer;
    provider_session_hash: Buffer | null;
    hint: Buffer;
    expires_at: Date;
  };
  "federation.used_assertion": {
    tenant_id: Generated<string>;
    provider: string;
    assertion_hash: Buffer;
    expires_at: Date;
  };
};
