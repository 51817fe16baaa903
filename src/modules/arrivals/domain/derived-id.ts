import { sha256 } from "../../../platform/values/sha256.ts";

/** The same id for the same parts: what is done again finds what was done. @see RFC 9562 section 5.8 */
export function derivedId(...parts: readonly string[]): string {
  const hex = sha256(JSON.stringify(parts)).toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
