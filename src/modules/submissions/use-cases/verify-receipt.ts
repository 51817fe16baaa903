import type { Context } from "../../../platform/context/context.ts";
import { formatReference, parseReference } from "../domain/reference.ts";
import { listAmendments } from "../store/amendment-store.ts";
import { findReceiptByReference } from "../store/submission-store.ts";

export type VerifiedReceipt = {
  readonly reference: string;
  readonly submittedAt: Date;
  /** SHA-256 in hex. */
  readonly contentHash: string;
  /** Corrections since, the oldest first. */
  readonly corrections: readonly {
    readonly submittedAt: Date;
    readonly contentHash: string;
  }[];
};

/** What anybody with the number on a receipt may learn: that it is real, and when it was deposited. Forgives how it is typed. */
export async function verifyReceipt(
  context: Context,
  typedReference: string,
): Promise<VerifiedReceipt | undefined> {
  const characters = parseReference(typedReference);
  if (characters === undefined) return undefined;
  const { tenantId } = context;
  const reference = formatReference(characters);
  return context.transaction(async (db) => {
    const found = await findReceiptByReference(db, tenantId, reference);
    if (!found) return undefined;
    const corrections = await listAmendments(db, tenantId, found.id);
    return {
      reference,
      submittedAt: found.submitted_at,
      contentHash: found.content_hash,
      corrections: corrections.map(({ submitted_at, content_hash }) => ({
        submittedAt: submitted_at,
        contentHash: content_hash,
      })),
    };
  });
}
