import type { IncomingHttpHeaders } from "node:http";
import type { Readable } from "node:stream";
import type { Context } from "../../platform/context/context.ts";
import type { SafeHtml } from "../../platform/html/html.ts";
import type { Locale } from "../../platform/i18n/texts.ts";
import type { ReadDocument } from "../../platform/multipart/read-documents.ts";
import type { ReceivedFile } from "../../platform/multipart/received-file.ts";
import type { Portal } from "../../modules/tenants/index.ts";

/**
 * Who may come in, checked before the handler runs:
 * - `public`: everybody, same page for all, may be cached
 * - `guest`: everybody, but the page belongs to one visitor (draft, private link); never cached
 * - `staff`: a signed-in caseworker of this portal; without a session the sign-in page
 * - `operator`: signed-in staff of the installation's own portal (bare host)
 */
export type Audience = "public" | "guest" | "staff" | "operator";

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
  /** The address holds a secret link or number: too many misses from one client are answered with 429. */
  readonly guessable?: boolean;
  handle(request: PortalRequest): Promise<Reply>;
};

/** What a page may know of the HTTP request. Use cases get only `context` and parsed input. */
export type PortalRequest = {
  readonly context: Context;
  readonly portal: Portal;
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
  /** The signed-in caseworker; present on routes for `staff` and `operator`, and on others when signed in. */
  readonly staff: SignedInStaff | undefined;
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
};

export type Redirect = {
  readonly kind: "redirect";
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
  400 | 403 | 404 | 409 | 410 | 413 | 415 | 429 | 500 | 503;

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

export type Reply = Page | Redirect | ErrorPage | Download | Json | Raw;

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
