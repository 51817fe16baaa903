import { createHash } from "node:crypto";

/** Cookie that opens a draft of this service. */
export function draftCookie(key: string): string {
  return `antrag-hundesteuer=${key}`;
}

/** Key that opens one draft of a series; both the load and what fills the database make it. */
export function draftKey(series: string, index: number): string {
  return createHash("sha256")
    .update(`${series}/${String(index)}`)
    .digest("base64url");
}
