import type { TenantParts } from "../platform/backup/export-tenant.ts";

/** What goes along when an authority moves to another installation, and what stays. */
export const tenantParts: TenantParts = {
  // Keys have a file of their own; seals are made with a key of the installation; the others are of the moment, and everybody signs in again.
  leftOut: [
    "crypto.tenant_key",
    "audit.daily_seal",
    "audit.time_stamp",
    "staff.session",
    "staff.directory_attempt",
    "api.token",
    "federation.attempt",
    "federation.provider_session",
    "federation.used_assertion",
    "throttle.attempt",
  ],
  alongside: new Map([
    ["tenants.authority", "id = $tenant"],
    [
      "forms.form_version",
      `id in (
         select form_version_id from forms.publication where tenant_id = $tenant
         union select base_version_id from forms.publication where tenant_id = $tenant
         union select form_version_id from submissions.draft where tenant_id = $tenant
         union select form_version_id from submissions.submission where tenant_id = $tenant)`,
    ],
    // Public lists that forms choose from.
    ["forms.code_list", "true"],
    ["jobs.channel", channelsOf("channel")],
    ["jobs.slot", channelsOf("channel")],
  ]),
};

function channelsOf(column: string): string {
  return `${column} in (select id::text from delivery.destination where tenant_id = $tenant)`;
}
