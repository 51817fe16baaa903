import { canonicalJson } from "../../../platform/values/canonical-json.ts";
import { sha256 } from "../../../platform/values/sha256.ts";
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
  return sha256(canonicalJson(content)).toString("hex");
}
