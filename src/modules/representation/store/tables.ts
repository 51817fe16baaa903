// Written by `npm run schema:types` from the migrated database. Do not edit.
import type { Generated } from "kysely";

export type RepresentationTables = {
  "representation.action": {
    tenant_id: Generated<string>;
    id: string;
    party_id: string;
    account_id: string;
    kind: "acting-began" | "draft-saved" | "submitted" | "withdrawn";
    details: Buffer;
    at: Date;
  };
  "representation.invitation": {
    tenant_id: Generated<string>;
    id: string;
    token_hash: Buffer;
    organisation_id: string | null;
    role: "owner" | "signatory" | "preparer" | null;
    mandate_id: string | null;
    email: Buffer;
    invited_by: string;
    created_at: Date;
    expires_at: Date;
    used_at: Date | null;
  };
  "representation.mandate": {
    tenant_id: Generated<string>;
    id: string;
    party_id: string;
    basis: "power" | "parent" | "guardian" | "legal-representative";
    grantor_id: string | null;
    grantee_id: string | null;
    scope_kind: "all" | "kind" | "leistung";
    scope_key: string | null;
    details: Buffer;
    valid_until: string;
    created_at: Date;
    accepted_at: Date | null;
    revoked_at: Date | null;
    revoked_by: string | null;
  };
  "representation.membership": {
    tenant_id: Generated<string>;
    id: string;
    organisation_id: string;
    account_id: string;
    role: "owner" | "signatory" | "preparer";
    joined_at: Date;
    confirmed_at: Date | null;
    postfach_handle: Buffer | null;
  };
  "representation.organisation": {
    tenant_id: Generated<string>;
    id: string;
    details: Buffer;
    source: string;
    assurance_level: "low" | "substantial" | "high";
    subject_fingerprint: Buffer | null;
    obtained_at: Date;
    created_at: Date;
  };
};
