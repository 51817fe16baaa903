// Written by `npm run schema:types` from the migrated database. Do not edit.
import type { Generated } from "kysely";

export type StaffTables = {
  "staff.absence": {
    tenant_id: Generated<string>;
    id: string;
    member_id: string;
    substitute_id: string;
    from_day: Date;
    until_day: Date;
  };
  "staff.directory": {
    tenant_id: Generated<string>;
    settings: unknown;
    client_secret: Buffer;
    enabled: boolean;
    updated_at: Date;
  };
  "staff.directory_attempt": {
    tenant_id: Generated<string>;
    state_hash: Buffer;
    browser_hash: Buffer;
    secrets: Buffer;
    return_path: string;
    expires_at: Date;
  };
  "staff.member": {
    tenant_id: Generated<string>;
    id: string;
    login: string;
    display_name: string;
    password_hash: string | null;
    password_is_one_time: Generated<boolean>;
    roles: string[];
    totp_secret: Buffer | null;
    totp_last_step: string | null;
    totp_pending_secret: Buffer | null;
    disabled_at: Date | null;
    created_at: Date;
    last_signed_in_at: Date | null;
    directory_fingerprint: Buffer | null;
    awaits_directory: Generated<boolean>;
  };
  "staff.recovery_code": {
    tenant_id: Generated<string>;
    member_id: string;
    code_hash: Buffer;
    used_at: Date | null;
  };
  "staff.session": {
    tenant_id: Generated<string>;
    id: Buffer;
    member_id: string;
    stage: "code" | "password" | "factor" | "full";
    created_at: Date;
    last_seen_at: Date;
  };
  "staff.team": {
    tenant_id: Generated<string>;
    id: string;
    name: string;
    created_at: Date;
  };
  "staff.team_leistung": {
    tenant_id: Generated<string>;
    leistung_slug: string;
    team_id: string;
    is_restricted: boolean;
  };
  "staff.team_member": {
    tenant_id: Generated<string>;
    team_id: string;
    member_id: string;
  };
  "staff.team_office": {
    tenant_id: Generated<string>;
    team_id: string;
    office_slug: string;
  };
};
