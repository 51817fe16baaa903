import type { Cookie, PortalRequest } from "../../../shell/web/route.ts";
import { writeSession, type DraftSession } from "../domain/draft-session.ts";
import { draftRetentionDays } from "../domain/draft-term.ts";
import { intakeKey } from "./intake-paths.ts";

/** Cookie with the key of the draft; one per service. On the path `/`, as only such a cookie can be bound to this host (`__Host-`). */
export const draftCookie = (leistungSlug: string) => `antrag-${leistungSlug}`;

/** Set where somebody said that others use the device, too. */
const deviceCookie = "geraet";
const sharedDevice = "geteilt";

/** Ticked on the start page: name and value of the box. */
export const sharedDeviceField = deviceCookie;

const daySeconds = 86_400;
/** What is typed after the end of a session is still saved within this time. */
const lateSeconds = 12 * 3600;

/** Said with a key where another authority than the portal's has what it opens. */
export function placeOf({
  authority,
  portal,
}: Pick<PortalRequest, "authority" | "portal">): string | undefined {
  return authority.tenantId === portal.tenantId ? undefined : authority.host;
}

/** Lets the browser open the draft on all its pages: for its whole term, or for a session where others use the device, too. */
export function draftCookieFor(
  request: PortalRequest,
  leistungSlug: string,
  key: string,
): Cookie {
  const { account, context } = request;
  const at = placeOf(request);
  // What belongs to an account opens in its session only, however long the browser keeps the key.
  return !account && isSharedDevice(request)
    ? cookieFor(leistungSlug, { key, at, activeAt: context.now })
    : cookieFor(leistungSlug, { key, at });
}

/** Notes that others use the device, and opens the draft on it for a session only. */
export function sharedDeviceCookies(
  request: PortalRequest,
  leistungSlug: string,
  key: string,
): readonly Cookie[] {
  const { now } = request.context;
  const session = { key, at: placeOf(request), activeAt: now };
  return [
    { name: deviceCookie, value: sharedDevice, maxAgeSeconds: lateSeconds },
    cookieFor(leistungSlug, session),
  ];
}

/** Forgets that others use the device: the draft stays open on it for its whole term. */
export function ownDeviceCookies(
  request: PortalRequest,
  leistungSlug: string,
  key: string,
): readonly Cookie[] {
  const draft = cookieFor(leistungSlug, { key, at: placeOf(request) });
  return isSharedDevice(request)
    ? [{ name: deviceCookie, value: "" }, draft]
    : [draft];
}

/** True where somebody said that others use the device, too. */
export function isSharedDevice({ cookies }: PortalRequest): boolean {
  return cookies[deviceCookie] === sharedDevice;
}

export function cookieFor(leistungSlug: string, session: DraftSession): Cookie {
  return {
    name: draftCookie(leistungSlug),
    value: writeSession(session),
    maxAgeSeconds: session.activeAt
      ? lateSeconds
      : draftRetentionDays * daySeconds,
  };
}

/** After sending the browser shows the confirmation for a day, no longer: it may be a computer that many use. The status link stays. */
export function sentCookieFor(
  request: PortalRequest,
  leistungSlug: string,
  key: string,
): Cookie {
  return {
    name: draftCookie(leistungSlug),
    value: writeSession({ key, at: placeOf(request) }),
    maxAgeSeconds: daySeconds,
  };
}

/** What a caseworker fills in for somebody is open in this browser from now on, in their session. */
export function intakeCookie(leistungSlug: string, draftId: string): Cookie {
  return cookieFor(leistungSlug, { key: intakeKey(draftId) });
}

/** Takes the key out of the browser. */
export function noDraftCookie(leistungSlug: string): Cookie {
  return { name: draftCookie(leistungSlug), value: "" };
}
