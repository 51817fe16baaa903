/** What a thread is about, and whose it is. */
export type ThreadSubject = {
  readonly submissionId: string;
  readonly reference: string;
  readonly title: string;
  /** Undefined: a guest, who has a private link instead of an account. */
  readonly owner:
    | { readonly ownerId: string; readonly actingAccountId: string }
    | undefined;
};

/** All messages about one submission. */
export type Thread = Omit<ThreadSubject, "owner"> & {
  readonly tenantId: string;
  readonly id: string;
  readonly ownerId: string | undefined;
  readonly actingAccountId: string | undefined;
  readonly openedAt: Date;
  readonly newestAt: Date;
  readonly lastPosition: number;
  /** Position of the newest message to the applicant. */
  readonly newestIncoming: number;
  readonly readPosition: number;
  readonly archivedAt: Date | undefined;
  /** Encrypted. */
  readonly labels: Buffer | undefined;
  readonly paperWishedAt: Date | undefined;
};

/** Something came after the owner last looked. */
export function isUnread({
  newestIncoming,
  readPosition,
}: Pick<Thread, "newestIncoming" | "readPosition">): boolean {
  return newestIncoming > readPosition;
}
