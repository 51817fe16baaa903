// Written by `npm run schema:types` from the migrated database. Do not edit.
import type { Generated } from "kysely";

export type AccountsTables = {
  "accounts.account": {
    tenant_id: Generated<string>;
    id: string;
    display_name: Buffer;
    email: Buffer | null;
    email_fingerprint: Buffer | null;
    email_confirmed_at: Date | null;
    password_hash: string | null;
    totp_secret: Buffer | null;
    totp_last_step: string | null;
    totp_pending_secret: Buffer | null;
    locale: Generated<"de" | "en">;
    created_at: Date;
    last_signed_in_at: Date;
    removal_announced_at: Date | null;
    totp_assurance_level: Generated<"low" | "substantial">;
  };
  "accounts.consent": {
    tenant_id: Generated<string>;
    id: string;
    account_id: string;
    kind: string;
    subject: string;
    granted_at: Date;
    revoked_at: Date | null;
    label: Buffer | null;
  };
  "accounts.counter_code": {
    tenant_id: Generated<string>;
    code_hash: Buffer;
    account_id: string;
    expires_at: Date;
    passkey_id: Buffer | null;
  };
  "accounts.email_token": {
    tenant_id: Generated<string>;
    token_hash: Buffer;
    account_id: string;
    purpose: "confirm" | "reset" | "leave-address" | "take-address";
    email: Buffer | null;
    created_at: Date;
    expires_at: Date;
    used_at: Date | null;
    return_path: string | null;
  };
  "accounts.hand_over": {
    tenant_id: Generated<string>;
    token_hash: Buffer;
    account_id: string;
    session_id: Buffer;
    portal_tenant_id: string;
    return_path: string;
    expires_at: Date;
  };
  "accounts.identity": {
    tenant_id: Generated<string>;
    id: string;
    account_id: string;
    provider: string;
    subject_fingerprint: Buffer;
    subject: Buffer;
    assurance_level: "low" | "substantial" | "high";
    linked_at: Date;
    last_used_at: Date;
    postfach_handle: Buffer | null;
  };
  "accounts.merge_offer": {
    tenant_id: Generated<string>;
    account_id: string;
    other_account_id: string;
    session_id: Buffer;
    expires_at: Date;
  };
  "accounts.notice": {
    tenant_id: Generated<string>;
    id: string;
    account_id: string;
    news: string;
    created_at: Date;
  };
  "accounts.passkey": {
    tenant_id: Generated<string>;
    credential_id: Buffer;
    account_id: string;
    public_key: Buffer;
    sign_count: string;
    transports: string[];
    name: Buffer;
    created_at: Date;
    last_used_at: Date | null;
    assurance_level: Generated<"low" | "substantial">;
  };
  "accounts.passkey_challenge": {
    tenant_id: Generated<string>;
    challenge_hash: Buffer;
    browser_hash: Buffer;
    purpose: "add" | "sign-in" | "confirm";
    account_id: string | null;
    expires_at: Date;
  };
  "accounts.profile_value": {
    tenant_id: Generated<string>;
    account_id: string;
    attribute: string;
    value: Buffer;
    source: string;
    assurance_level: "none" | "low" | "substantial" | "high";
    obtained_at: Date;
  };
  "accounts.recovery_code": {
    tenant_id: Generated<string>;
    account_id: string;
    code_hash: Buffer;
    used_at: Date | null;
  };
  "accounts.session": {
    tenant_id: Generated<string>;
    id: Buffer;
    account_id: string;
    portal_tenant_id: string;
    stage: "code" | "full";
    assurance_level: "low" | "substantial" | "high";
    provider: string;
    device: string;
    party_id: string | null;
    party_kind: "organisation" | "person" | null;
    party_name: Buffer | null;
    party_may: "prepare" | "sign" | null;
    created_at: Date;
    last_seen_at: Date;
  };
};
