import type { IncomingHttpHeaders } from "node:http";
import type { Readable } from "node:stream";
import type { Context } from "../../platform/context/context.ts";
import type { SafeHtml } from "../../platform/html/html.ts";
import type { Locale } from "../../platform/i18n/texts.ts";
import type { ReadDocument } from "../../platform/multipart/read-documents.ts";
import type { ReceivedFile } from "../../platform/multipart/received-file.ts";
import type { PageAbout } from "./about.ts";
import type { OpenEvents } from "./event-streams.ts";
import type { Portal } from "../../modules/tenants/index.ts";

/**
 * Who may come in, checked before the handler runs:
 * - `public`: everybody, same page for all, may be cached
 * - `guest`: everybody, but the page belongs to one visitor (draft, private link); never cached
 * - `account`: a citizen signed in to the Servicekonto; without a session the sign-in page
 * - `staff`: a signed-in caseworker of this portal; without a session the sign-in page
 * - `operator`: signed-in staff of the installation's own portal (bare host)
 */
export type Audience = "public" | "guest" | "account" | "staff" | "operator";

/** Which portals have the route: those of authorities, the installation's own (bare host), or both. */
export type RouteScope = "authority" | "installation" | "any";

/** All but GET and POST are for protocols with a program on the other side; see `isRaw`. */
export type Method = "GET" | "POST" | "HEAD" | "PATCH" | "DELETE";

export type Route = {
  readonly method: Method;
  /** Fastify path pattern, e.g. `/leistungen/:name`. */
  readonly path: string;
  readonly audience: Audience;
  /** Defaults to `authority`. */
  readonly scope?: RouteScope;
  /** Permission that staff needs besides being signed in; without it 403. */
  readonly permission?: string;
  /** Set where a POST carries files (multipart/form-data): files are checked, encrypted and stored while they stream in. */
  readonly acceptsFiles?: boolean;
  /** Set where a POST of staff carries documents to be read at once (a schema): they come into memory and are stored nowhere. */
  readonly readsDocuments?: boolean;
  /** What is said when there are more documents than fit into memory; by default a general page. The request comes without them. */
  refuseDocuments?(request: PortalRequest): Reply;
  /**
   * Asked before the files of a POST are received, with no fields and files yet: a reply ends the request, and nothing is
   * stored of it. Not asked about a POST without files; `handle` checks all that it needs itself.
   */
  admitFiles?(request: PortalRequest): Promise<Reply | undefined>;
  /**
   * The handler speaks a protocol of its own: it gets headers and unread body in `raw`. As everywhere, portal, origin and audience are
   * checked before.
   */
  readonly isRaw?: true;
  /**
   * A POST from another site is taken, too: the answer of an identity provider. Nothing may depend on cookies there, for the browser sends
   * none along (`SameSite=Lax`).
   */
  readonly acceptsCrossSite?: true;
  /**
   * Whose tenant the handler works in, where that is another authority than the portal's: the one that receives the application. Asked before
   * anything of the request is received; undefined: the portal's own. Permissions of the portal's staff do not count there.
   */
  findAuthority?(visit: RouteVisit): Promise<Portal | undefined>;
  /** The address holds a secret link or number: too many misses from one client are answered with 429. */
  readonly guessable?: boolean;
  handle(request: PortalRequest): Promise<Reply>;
};

/** What is known of a request before its session and its files. */
export type RouteVisit = Pick<
  PortalRequest,
  "portal" | "params" | "cookies" | "fields" | "locale"
>;

/** What a page may know of the HTTP request. Use cases get only `context` and parsed input. */
export type PortalRequest = {
  readonly context: Context;
  /** Whose pages these are: name, look, menu. */
  readonly portal: Portal;
  /** Whose tenant the context is of: the portal's own, or where another authority receives the application, that one. */
  readonly authority: Portal;
  readonly locale: Locale;
  /** Absolute address of this portal without a slash at the end, e.g. `http://schwerin.localhost:8080`. */
  readonly baseUrl: string;
  /** Path without query, for links to the same page. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Fields of a POST; empty on GET. File parts are in `files`. */
  readonly fields: URLSearchParams;
  readonly files: readonly ReceivedFile[];
  /** On routes that read documents. */
  readonly documents?: readonly ReadDocument[];
  /** Only on routes with `isRaw`. */
  readonly raw?: RawRequest | undefined;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** Network address of the client (of IPv6 its /64 network), for limits only; never stored or logged. */
  readonly clientAddress: string;
  /** What the browser says of itself; only to name a session for its owner. */
  readonly userAgent?: string | undefined;
  /** The signed-in caseworker; present on routes for `staff` and `operator`, and on others when signed in. */
  readonly staff: SignedInStaff | undefined;
  /** The signed-in citizen; present on routes for `account`, and on others that are not `public` when signed in. */
  readonly account: SignedInAccount | undefined;
  /** For what belongs to accounts, which are the same on all portals: the same caller, in the installation's own tenant. */
  readonly accountContext: Context;
};

/** Who is signed in to the Servicekonto, how sure that is, and for whom they act. */
export type SignedInAccount = {
  readonly accountId: string;
  readonly displayName: string;
  /** Name of the session for the list of sessions; does not open it. */
  readonly sessionId: string;
  /** What the sign-in of this session proved. @see eIDAS Art. 8 */
  readonly assuranceLevel: "low" | "substantial" | "high";
  /** How this session was proven: `local` or the key of an identity provider. */
  readonly provider: string;
  /** What the identity provider is called. */
  readonly providerName?: Readonly<Record<Locale, string>> | undefined;
  /** When the identity was proven. */
  readonly signedInAt: Date;
  /** When the session ends if it is used no more, and when it ends at the latest. */
  readonly endsAt: Date;
  readonly endsAtLatest: Date;
  readonly actingFor: ActingFor | undefined;
};

/** The organisation or person that somebody acts for; chosen and checked by the server. */
export type ActingFor = {
  readonly partyId: string;
  readonly kind: "organisation" | "person";
  readonly name: string;
  /** `prepare` fills in and saves; only `sign` sends. */
  readonly may: "prepare" | "sign";
};

export type RawRequest = {
  readonly headers: IncomingHttpHeaders;
  /** Nobody has read it or limited its length. */
  readonly body: Readable;
};

export type SignedInStaff = {
  readonly staffId: string;
  readonly displayName: string;
  readonly sessionId: string;
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
};

export type { ReceivedFile };

export type Cookie = {
  readonly name: string;
  /** Empty text deletes the cookie. */
  readonly value: string;
  readonly maxAgeSeconds?: number;
};

export type Page = {
  readonly kind: "page";
  readonly status: number;
  /** For `<title>`; the portal's name is added by the frame. */
  readonly title: string;
  readonly main: SafeHtml;
  readonly cookies: readonly Cookie[];
  /** Names of ES modules in `src/ui/static/scripts` that add comfort; the page works without them. */
  readonly scripts: readonly string[];
  /** Highlights an entry of the navigation: the entry's path. */
  readonly section: string | undefined;
  /** Wide work area for staff instead of the reading column. */
  readonly layout: "reading" | "wide";
  /** With 429: when to try again. @see RFC 9110 section 10.2.3 */
  readonly retryAfterSeconds?: number | undefined;
  /** Origins outside that a form of this page may send to, besides the portal itself: an identity provider. */
  readonly formTargets?: readonly string[] | undefined;
  /** Shows a file of this portal in a frame, which pages may not otherwise. */
  readonly showsFiles?: boolean | undefined;
  /** Without scripts the page loads itself again after so many seconds: what somebody waits for. */
  readonly refreshSeconds?: number | undefined;
  /** Set on public pages that have one address for good: what search engines and messengers are told. */
  readonly about?: PageAbout | undefined;
};

export type Redirect = {
  readonly kind: "redirect";
  /** 301 where the page has another address for good. */
  readonly status?: 301;
  readonly to: string;
  readonly cookies: readonly Cookie[];
};

/** A way out of this portal: to an identity provider, or to another portal of the installation. */
export type Leave = {
  readonly kind: "leave";
  readonly to: string;
  readonly cookies: readonly Cookie[];
};

export type ErrorPage = {
  readonly kind: "error";
  readonly status: ErrorStatus;
  /** With 429: when to try again. @see RFC 9110 section 10.2.3 */
  readonly retryAfterSeconds?: number;
};
export type ErrorStatus =
  | 400
  | 403
  | 404
  | 409
  | 410
  | 413
  | 415
  | 429
  | 500
  | 503;

export type Download = {
  readonly kind: "download";
  readonly contentType: string;
  readonly filename: string;
  /** `inline` only for types a browser shows without running anything (PDF, JPEG, PNG). */
  readonly disposition: "inline" | "attachment";
  readonly body: Buffer | Readable;
  /** Set for what is the same for everybody: how long it may be kept by whoever passes it on. */
  readonly publicForSeconds?: number;
};

export type Json = {
  readonly kind: "json";
  readonly status: number;
  readonly body: unknown;
  readonly cookies?: readonly Cookie[];
};

/** An answer of a protocol of its own. */
export type Raw = {
  readonly kind: "raw";
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** Tells an open page what is new, until either side ends it. @see HTML Living Standard, server-sent events */
export type Events = { readonly kind: "events"; readonly open: OpenEvents };

export type Reply =
  | Page
  | Redirect
  | Leave
  | ErrorPage
  | Download
  | Json
  | Raw
  | Events;

/** A page in the portal's frame. */
export function page(
  content: Pick<Page, "title" | "main"> &
    Partial<Omit<Page, "kind" | "title" | "main">>,
): Page {
  return {
    kind: "page",
    status: 200,
    cookies: [],
    scripts: [],
    section: undefined,
    layout: "reading",
    ...content,
  };
}

/** 303 to a path of the same portal. Throws on anything that could lead to another host. */
export function redirect(
  to: string,
  cookies: readonly Cookie[] = [],
): Redirect {
  if (!isLocalPath(to))
    throw new TypeError(
      "redirect: only to a path of this portal, e.g. /leistungen",
    );
  return { kind: "redirect", to, cookies };
}

/**
 * 303 to another host, one of `allowed`: origins that were set up by an administrator or are portals of this installation, never taken from
 * the request. Throws on any other.
 */
export function leave(
  to: string,
  allowed: readonly string[],
  cookies: readonly Cookie[] = [],
): Leave {
  const target = new URL(to);
  const isWeb = target.protocol === "https:" || target.protocol === "http:";
  const isPlain = target.username === "" && target.password === "";
  if (!isWeb || !isPlain || !allowed.includes(target.origin))
    throw new TypeError("leave: only to an origin that was set up");
  return { kind: "leave", to: target.href, cookies };
}

/** True for a path of this portal: one slash first, no second slash, backslash or control character. */
export function isLocalPath(path: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are exactly what must not get through
  return /^\/(?![/\\])[^\\\u0000-\u001f]*$/u.test(path);
}

/** 429 in the portal's look: too much from this client, which may go on after so many seconds. */
export function askToWait(retryAfterSeconds: number): ErrorPage {
  return { kind: "error", status: 429, retryAfterSeconds };
}

/** Error page in the portal's look; the text comes from the shell's i18n file by status. */
export function showError(status: ErrorStatus): ErrorPage {
  return { kind: "error", status };
}
