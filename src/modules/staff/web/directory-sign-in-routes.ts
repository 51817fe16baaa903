import {
  leave,
  redirect,
  type Page,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { staffCookie } from "../../../shell/web/staff-cookie.ts";
import { staffTexts } from "../i18n/texts.ts";
import type { OpenRelyingParty } from "../ports.ts";
import {
  beginByDirectory,
  completeByDirectory,
  type DirectoryRefusal,
} from "../use-cases/sign-in-by-directory.ts";
import { signOut } from "../use-cases/sign-out.ts";
import { signInPaths } from "./staff-paths.ts";

/** Binds the answer of the directory to the browser that asked. */
const attemptCookie = "arbeitsplatz-verzeichnis";
const attemptSeconds = 15 * 60;

type Options = {
  readonly openRelyingParty: OpenRelyingParty;
  /** Checked path to go to after the sign-in. */
  readonly backOf: (request: PortalRequest) => string;
  /** The sign-in page with what went wrong. */
  readonly signInPageOf: (
    request: PortalRequest,
    problem: { readonly back: string; readonly text: string },
  ) => Promise<Page>;
};

/** To the authority's own directory and back, on the host of this portal. */
export function directorySignInRoutes(options: Options): readonly Route[] {
  const route = (
    path: string,
    handle: (request: PortalRequest, options: Options) => Promise<Reply>,
  ): Route => ({
    method: "GET",
    path,
    audience: "guest",
    scope: "any",
    handle: (request) => handle(request, options),
  });
  return [
    route(signInPaths.directory, begin),
    route(signInPaths.directoryReturn, complete),
  ];
}

async function begin(
  request: PortalRequest,
  { openRelyingParty, backOf, signInPageOf }: Options,
): Promise<Reply> {
  const back = backOf(request);
  const begun = await beginByDirectory(request.context, openRelyingParty, {
    redirectUri: returnAddress(request),
    returnPath: back,
  });
  if (begun.ok) {
    const { address, origin, browserKey } = begun.value;
    return leave(
      address,
      [origin],
      [
        {
          name: attemptCookie,
          value: browserKey,
          maxAgeSeconds: attemptSeconds,
        },
      ],
    );
  }
  const t = staffTexts(request.locale);
  return signInPageOf(request, {
    back,
    text: t(
      begun.refusal.kind === "unavailable"
        ? "directory.unavailable"
        : "directory.misconfigured",
    ),
  });
}

async function complete(
  request: PortalRequest,
  { openRelyingParty, backOf, signInPageOf }: Options,
): Promise<Reply> {
  const { context, cookies, query, locale } = request;
  const done = await completeByDirectory(context, openRelyingParty, {
    parameters: query,
    browserKey: cookies[attemptCookie],
    redirectUri: returnAddress(request),
  });
  if (done.ok) {
    // Whoever was signed in on this device before is signed out.
    await signOut(context, cookies[staffCookie]);
    return redirect(done.value.returnPath, [
      { name: attemptCookie, value: "" },
      { name: staffCookie, value: done.value.signIn.token },
    ]);
  }
  const t = staffTexts(locale);
  return signInPageOf(request, {
    back: backOf(request),
    text: t(textKeys[done.refusal.kind]),
  });
}

const textKeys = {
  unavailable: "directory.unavailable",
  cancelled: "directory.cancelled",
  "attempt-unknown": "directory.attempt-unknown",
  "no-role": "directory.no-role",
  disabled: "directory.disabled",
  "login-taken": "directory.login-taken",
  "no-address": "directory.no-address",
  "level-not-reached": "directory.level-not-reached",
  "client-rejected": "directory.misconfigured",
  "provider-refused": "directory.misconfigured",
  "answer-not-valid": "directory.misconfigured",
  misconfigured: "directory.misconfigured",
} as const satisfies Record<DirectoryRefusal["kind"], string>;

/** Registered with the directory; the same for every request to this portal. */
function returnAddress({ baseUrl }: PortalRequest): string {
  return `${baseUrl}${signInPaths.directoryReturn}`;
}
