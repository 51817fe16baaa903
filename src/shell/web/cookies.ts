import type { Locale } from "../../platform/i18n/texts.ts";
import type { Cookie } from "./route.ts";

/** Cookie and query parameter that choose the language. */
export const localeCookie = "sprache";

/** Browsers take a cookie of such a name only from this very host, over https and for all paths. */
const hostPrefix = "__Host-";

/** The language of a visitor; German until they choose. */
export function localeOf(
  cookies: Readonly<Record<string, string | undefined>>,
): Locale {
  return cookies[localeCookie] === "en" ? "en" : "de";
}

/**
 * Cookies of a request by the names modules use. Unreadable ones are left out, and under https those without `__Host-`:
 * another host below the same domain could have planted them, `__Secure-` ones too.
 */
export function parseCookies(
  header: string | undefined,
  scheme: "http" | "https",
): Readonly<Record<string, string | undefined>> {
  const cookies: Record<string, string | undefined> = {};
  for (const part of (header ?? "").split(";")) {
    const separator = part.indexOf("=");
    if (separator < 1) continue;
    const sent = part.slice(0, separator).trim();
    if (scheme === "https" && !sent.startsWith(hostPrefix)) continue;
    const name = scheme === "https" ? sent.slice(hostPrefix.length) : sent;
    cookies[name] ??= part.slice(separator + 1).trim();
  }
  return cookies;
}

/**
 * A `Set-Cookie` line: never readable by scripts, never sent from other sites, bound to this host.
 * Under https the name gets the prefix that makes the browser enforce this.
 * @see RFC 6265bis section 4.1.3
 */
export function serializeCookie(
  cookie: Cookie,
  scheme: "http" | "https",
): string {
  if (!/^[\w.~-]*$/.test(cookie.value))
    throw new TypeError(
      "cookie: value needs characters that are safe in a cookie",
    );
  const secure = scheme === "https";
  const prefix = secure ? hostPrefix : "";
  const maxAge = cookie.value === "" ? 0 : cookie.maxAgeSeconds;
  return [
    `${prefix}${cookie.name}=${cookie.value}`,
    "Path=/",
    ...(maxAge === undefined ? [] : [`Max-Age=${String(maxAge)}`]),
    "HttpOnly",
    "SameSite=Lax",
    ...(secure ? ["Secure"] : []),
  ].join("; ");
}
