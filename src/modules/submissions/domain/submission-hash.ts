import { createHash } from "node:crypto";
import type { Answers } from "../../forms/index.ts";

/** What the hash on the receipt covers. Files are in it by their own SHA-256. */
export type HashedContent = {
  readonly reference: string;
  readonly formKey: string;
  readonly formVersion: string;
  readonly submittedAt: Date;
  readonly answers: Answers;
};

/** SHA-256 in hex over the canonical JSON; the same from the same content on any machine, so that a receipt can be checked. */
export function hashSubmission(content: HashedContent): string {
  return createHash("sha256").update(canonicalJson(content)).digest("hex");
}

/** JSON with sorted keys and no spaces. @see RFC 8785 (the values here are texts, numbers and lists only) */
export function canonicalJson(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}
