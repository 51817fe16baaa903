import type { AuditDetails } from "./details.ts";

/** What was read or changed. */
export type AuditSubject = { readonly kind: string; readonly id: string };

/** One thing somebody did. */
export type NewAuditEntry = {
  /** Module and past-tense verb: `vorgang.opened`, `staff.signed-in`. */
  readonly action: string;
  readonly subject: AuditSubject;
  /** Ids, codes and counts. Never names, answers or addresses: the log outlives the data. */
  readonly details?: AuditDetails;
};

/** An entry as it lies in the log. */
export type AuditEntry = {
  readonly seq: number;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorId: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly correlationId: string;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
};

/** What a check of the chain found; `seq` is the first entry that is not as it was written. */
export type ChainReport =
  | { readonly kind: "intact"; readonly entries: number }
  | { readonly kind: "changed"; readonly seq: number }
  | { readonly kind: "removed"; readonly seq: number }
  | { readonly kind: "cut-off"; readonly seq: number }
  /** The chain holds in itself but is not the one that was sealed: entries and head were rewritten together. */
  | { readonly kind: "rewritten"; readonly seq: number }
  /** A seal's signature does not hold, or its key is not in the key ring. */
  | { readonly kind: "seal-invalid"; readonly seq: number };
