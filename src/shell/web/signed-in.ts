import type { Portal } from "../../modules/tenants/index.ts";
import type { Actor } from "../../platform/context/context.ts";
import { accountCookie } from "./account-cookie.ts";
import type { Route, SignedInAccount } from "./route.ts";
import { staffCookie } from "./staff-cookie.ts";
import type { StaffSession, WebEnvironment } from "./web-environment.ts";

/** Who is signed in; one browser may be both. */
export type SignedIn = {
  readonly staff?: StaffSession | undefined;
  readonly account?: SignedInAccount | undefined;
};

type Browser = {
  readonly portal: Portal;
  readonly cookies: Readonly<Record<string, string | undefined>>;
};

/** The sessions behind the cookies of a browser. */
export async function findSignedIn(
  environment: WebEnvironment,
  browser: Browser,
): Promise<SignedIn> {
  const [staff, account] = await Promise.all([
    findStaff(environment, browser),
    findAccount(environment, browser),
  ]);
  return { staff, account };
}

/** Why this visitor does not come in, or undefined. */
export function refusalFor(
  route: Route,
  { staff, account }: SignedIn,
): "sign-in" | 403 | undefined {
  if (route.audience === "account") return account ? undefined : "sign-in";
  if (route.audience !== "staff" && route.audience !== "operator")
    return undefined;
  if (!staff) return "sign-in";
  if (route.audience === "operator" && !staff.permissions.includes("operator"))
    return 403;
  return route.permission && !staff.permissions.includes(route.permission)
    ? 403
    : undefined;
}

/** On pages for citizens somebody who is signed in as both acts as a citizen. */
export function actorOf(route: Route, { staff, account }: SignedIn): Actor {
  const isStaffPage =
    route.audience === "staff" || route.audience === "operator";
  if (staff && (isStaffPage || !account))
    return {
      kind: "staff",
      id: staff.staffId,
      may: (permission) => staff.permissions.includes(permission),
    };
  return citizenOf(account);
}

/** The citizen as actor, or a guest. */
export function citizenOf(account: SignedInAccount | undefined): Actor {
  if (!account) return { kind: "guest", id: "guest", may: () => false };
  return {
    kind: "citizen",
    id: account.accountId,
    ownerId: account.actingFor?.partyId ?? account.accountId,
    may: () => false,
  };
}
async function findStaff(
  environment: WebEnvironment,
  { portal, cookies }: Browser,
): Promise<StaffSession | undefined> {
  const token = cookies[staffCookie];
  return token
    ? environment.findStaffSession(portal.tenantId, token)
    : undefined;
}

async function findAccount(
  environment: WebEnvironment,
  { portal, cookies }: Browser,
): Promise<SignedInAccount | undefined> {
  const token = cookies[accountCookie];
  return token ? environment.findAccount(portal, token) : undefined;
}
