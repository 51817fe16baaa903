/** The roles in which somebody reads applications, the one with more rights first. */
export const readingRoles = ["team-lead", "caseworker"] as const;

export type ReadingRole = (typeof readingRoles)[number];

/** In which of their roles a member of staff reads applications; undefined where none is known. */
export function readingRoleOf(
  roles: readonly string[] | undefined,
): ReadingRole | undefined {
  return readingRoles.find((role) => roles?.includes(role));
}
