/** What a member of staff is; one person may be several. */
export const roles = [
  "caseworker",
  "team-lead",
  "editor",
  "admin",
  "auditor",
  "identity-officer",
  "operator",
] as const;

export type Role = (typeof roles)[number];

/** What a role opens, and nothing else: an administrator does not read applications. */
const permissionsByRole = {
  caseworker: ["vorgang.read", "vorgang.edit", "intake.edit", "delivery.read"],
  "team-lead": [
    "vorgang.read",
    "vorgang.edit",
    "intake.edit",
    "intake.take-over",
    "view.share",
    "contact.all",
    "vorgang.rules",
    "delivery.read",
    "delivery.all",
    "label.manage",
    "bescheid.release",
    "bescheid.texts",
    "bescheid.rules",
  ],
  editor: [
    "forms.read",
    "forms.edit",
    "forms.publish",
    "catalogue.edit",
    "bescheid.texts",
    "retention.terms",
    "zustaendigkeit.edit",
    "admission.edit",
  ],
  admin: [
    "staff.manage",
    "access.review",
    "identity-providers.edit",
    "contact.all",
    "label.manage",
    "vorgang.rules",
    "delivery.read",
    "delivery.all",
    "delivery.edit",
    "forms.read",
    "forms.edit",
    "forms.publish",
    "catalogue.edit",
    "catalogue.rules",
    "bescheid.texts",
    "bescheid.rules",
    "retention.terms",
    "zustaendigkeit.edit",
    "admission.edit",
  ],
  auditor: ["audit.read", "access.review"],
  // Confirms who a person is against an ID card, and sees nothing else.
  "identity-officer": ["identity.confirm"],
  operator: [
    "operator",
    "staff.manage",
    "access.review",
    "audit.read",
    "delivery.read",
    "delivery.all",
    "delivery.edit",
    "forms.read",
    "forms.edit",
    "forms.publish",
    "bescheid.texts",
  ],
} as const satisfies Record<Role, readonly string[]>;

export type Permission = (typeof permissionsByRole)[Role][number];

/** All permissions of somebody with these roles. */
export function permissionsOf(given: readonly Role[]): readonly Permission[] {
  return [...new Set(given.flatMap((role) => permissionsByRole[role]))];
}

/** Roles that are given on a portal: the operator's only on the installation's own, those of an authority only there. */
export function rolesOn(portal: "authority" | "installation"): readonly Role[] {
  return roles.filter((role) =>
    portal === "installation"
      ? role === "operator" || role === "editor" || role === "auditor"
      : role !== "operator",
  );
}

/** True for a word that names a role. */
export function isRole(word: string): word is Role {
  return roles.some((role) => role === word);
}
