import { roles, type Role } from "./roles.ts";

/** How an authority's own user directory is asked who somebody is. */
export type DirectorySettings = {
  /** On the button of the sign-in page, such as "Konto der Stadt Schwerin". */
  readonly label: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly authentication:
    | "secret-basic"
    | "secret-basic-unencoded"
    | "secret-post";
  readonly scopes: readonly string[];
  /** Levels that will do, such as one that stands for several factors; empty: every level. */
  readonly acrValues: readonly string[];
  /** Where the token names the groups: `groups`, or with dots `realm_access.roles`. */
  readonly groupsClaim: string;
  /** Names of groups that have a role; a role without groups is given to nobody. */
  readonly groupsOfRole: Readonly<Partial<Record<Role, readonly string[]>>>;
};

/** The groups a token names; empty where there are none or they are no list of texts. */
export function groupsIn(
  claims: Readonly<Record<string, unknown>>,
  path: string,
): readonly string[] {
  const found = path
    .split(".")
    .reduce<unknown>(
      (value, name) =>
        isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined,
      claims,
    );
  if (typeof found === "string") return [found];
  return Array.isArray(found)
    ? found.filter((group) => typeof group === "string")
    : [];
}

/** What somebody in these groups may be here. Only roles that exist on the portal; groups nobody wrote down give none. */
export function rolesOfGroups(
  { groupsOfRole }: Pick<DirectorySettings, "groupsOfRole">,
  groups: readonly string[],
): readonly Role[] {
  return roles.filter((role) =>
    groupsOfRole[role]?.some((group) => groups.includes(group)),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
