/**
 * Milliseconds to wait by a `Retry-After` header: seconds or an HTTP date. Undefined when absent or unreadable; never negative.
 * @see RFC 9110 section 10.2.3
 */
export function parseRetryAfter(
  header: string | undefined,
  now: Date,
): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
  // Date.parse alone would read "-5" as a date.
  const at = header.endsWith(" GMT") ? Date.parse(header) : Number.NaN;
  if (Number.isNaN(at)) return undefined;
  return Math.max(0, at - now.getTime());
}
