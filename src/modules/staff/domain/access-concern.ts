import { permissionsOf, type Role } from "./roles.ts";

/** Why whoever reviews accesses looks at one first. */
export type AccessConcern =
  | "never-signed-in"
  | "long-unused"
  | "several-roles"
  | "no-second-factor";

const unusedDays = 90;
const dayMs = 86_400_000;

/** What is striking about an access; nothing about one that is locked, or that opens nothing. */
export function concernsOf(
  access: {
    readonly roles: readonly Role[];
    readonly hasSecondFactor: boolean;
    /** Signs in with the directory of the authority, which asks for a second factor itself. */
    readonly isOfDirectory: boolean;
    readonly state: "open" | "locked" | "invited";
    readonly lastSignedInAt: Date | undefined;
  },
  now: Date,
): readonly AccessConcern[] {
  const { roles, lastSignedInAt } = access;
  if (access.state === "locked" || permissionsOf(roles).length === 0) return [];
  const unusedMs = now.getTime() - (lastSignedInAt?.getTime() ?? Infinity);
  const found: readonly (AccessConcern | false)[] = [
    lastSignedInAt === undefined && "never-signed-in",
    unusedMs > unusedDays * dayMs && "long-unused",
    roles.length > 1 && "several-roles",
    !access.hasSecondFactor && !access.isOfDirectory && "no-second-factor",
  ];
  return found.filter((concern) => concern !== false);
}
