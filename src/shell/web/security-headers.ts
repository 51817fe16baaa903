/**
 * What a page may load and where its forms may send to; `formTargets` are origins outside, besides the portal itself. `showsFiles`: files of
 * this portal in a frame.
 */
export function contentSecurityPolicy({
  formTargets = [],
  showsFiles = false,
}: {
  readonly formTargets?: readonly string[] | undefined;
  readonly showsFiles?: boolean | undefined;
} = {}): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    ...(showsFiles ? ["frame-src 'self'"] : []),
    ["form-action 'self'", ...formTargets].join(" "),
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");
}

const ownPolicy = contentSecurityPolicy();

/** Headers of every answer: nothing inline, nothing from other hosts, not in a frame, no address passed on to other sites. */
export function securityHeaders(
  scheme: "http" | "https",
): Readonly<Record<string, string>> {
  return {
    "content-security-policy": ownPolicy,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    // not "no-referrer": the browser would then send "Origin: null" with our own forms
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy":
      "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ...(scheme === "https"
      ? { "strict-transport-security": "max-age=63072000; includeSubDomains" }
      : {}),
  };
}
