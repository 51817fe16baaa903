import { canonicalJson } from "../../../platform/values/canonical-json.ts";
import { sha256 } from "../../../platform/values/sha256.ts";
import type { Answers } from "../../forms/index.ts";
import type { SentIntake } from "./intake.ts";
import type { Provenance } from "./own-data.ts";
import type { Authentication } from "./sender.ts";
import type { SentArrival } from "./sent-arrival.ts";

/** What the hash on the receipt covers. Files are in it by their own SHA-256. */
export type HashedContent = {
  readonly reference: string;
  readonly formKey: string;
  readonly formVersion: string;
  readonly submittedAt: Date;
  readonly answers: Answers;
  /** Absent for a guest. @see TR-03172-3 A3.18.01 */
  readonly authentication?: Authentication;
  /** Absent where all of it was typed. */
  readonly provenance?: readonly Provenance[];
  /** Of what a caseworker took in for somebody. */
  readonly intake?: SentIntake;
  /** Of an application that another portal brought. */
  readonly arrival?: SentArrival;
  /** Of a correction: which version of the submission this is, and the hash of the one before. */
  readonly amends?: { readonly version: number; readonly previousHash: string };
};

/** SHA-256 in hex over the canonical JSON; the same from the same content on any machine, so that a receipt can be checked. */
export function hashSubmission(content: HashedContent): string {
  return sha256(canonicalJson(content)).toString("hex");
}
