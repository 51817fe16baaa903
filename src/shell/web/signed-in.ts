import type { Portal } from "../../modules/tenants/index.ts";
import type { Actor } from "../../platform/context/context.ts";
import { accountCookie } from "./account-cookie.ts";
import type { Route, SignedInAccount } from "./route.ts";
import { staffCookie } from "./staff-cookie.ts";
import type {
  PageFrame,
  StaffSession,
  WebEnvironment,
} from "./web-environment.ts";

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

/** On pages for citizens somebody who is signed in as both is a citizen: in what is done, and in the frame. */
function roleOn(route: Route, { staff, account }: SignedIn): SignedIn {
  const isStaffPage =
    route.audience === "staff" || route.audience === "operator";
  return isStaffPage || !account ? { staff } : { account };
}

/** Whose menu the frame of a page shows. */
export function shownIn(
  route: Route,
  signedIn: SignedIn,
): Pick<PageFrame, "staff" | "account"> {
  const { staff, account } = roleOn(route, signedIn);
  return { staff, account };
}

/** Who acts on a page. */
export function actorOf(route: Route, signedIn: SignedIn): Actor {
  const { staff, account } = roleOn(route, signedIn);
  if (staff)
    return {
      kind: "staff",
      id: staff.staffId,
      roles: staff.roles,
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
    ...(account.actingFor?.kind === "person" ? { seesOwnActsOnly: true } : {}),
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
