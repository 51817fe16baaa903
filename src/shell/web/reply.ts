import type { Readable } from "node:stream";
import type { SafeHtml } from "../../platform/html/html.ts";
import type { PageAbout } from "./about.ts";
import type { OpenEvents } from "./event-streams.ts";

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
