import type { IncomingHttpHeaders } from "node:http";

/**
 * True when a POST comes from a page of this very portal. Other portals of the installation are other origins.
 * Browsers send Sec-Fetch-Site or Origin with every POST; a POST with neither is no browser's and is refused.
 * @see docs/adr: CSRF by Fetch Metadata and Origin
 */
export function isFromSameOrigin(
  headers: IncomingHttpHeaders,
  origin: string,
): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  return headers.origin === origin;
}
