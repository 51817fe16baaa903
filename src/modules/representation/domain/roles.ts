/** What a member of an organisation may do: everything, send applications, or only prepare them. */
export const roles = ["owner", "signatory", "preparer"] as const;

export type Role = (typeof roles)[number];

/** True for a word that names a role. */
export function isRole(word: string): word is Role {
  return roles.some((role) => role === word);
}

/** What a session may do that acts for the organisation: only who may sign sends. */
export function mayOf(role: Role): "prepare" | "sign" {
  return role === "preparer" ? "prepare" : "sign";
}

/** An organisation is never without an owner: somebody must be able to let others in and to end it. */
export function leavesAnOwner(
  members: readonly { readonly id: string; readonly role: Role }[],
  changed: { readonly id: string; readonly role: Role | undefined },
): boolean {
  return members.some(({ id, role }) =>
    id === changed.id ? changed.role === "owner" : role === "owner",
  );
}
