import { canonicalJson } from "./canonical-json.ts";
import { sha256 } from "./sha256.ts";

/** The same for the same value, however its keys are ordered. */
export function stableHash(value: unknown): string {
  return sha256(canonicalJson(value)).toString("base64url");
}
