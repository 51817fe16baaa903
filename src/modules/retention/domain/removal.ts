/** What is deleted: a Vorgang with the submission it is about. */
export type Removing = {
  readonly vorgangId: string;
  readonly submissionId: string;
};

/** What a module has taken away. */
export type Removed = {
  /** How many of which kind, for the proof. */
  readonly counts: Readonly<Record<string, number>>;
  /** Files in the store that nothing names any more: they go after the commit. */
  readonly fileIds: readonly string[];
  /** What jobs may be waiting for, and mails be about, besides Vorgang and submission. */
  readonly ids: readonly string[];
  /** From submissions: how the applicant comes back to it. */
  readonly applicant?: ApplicantOfRemoved | undefined;
};

export type ApplicantOfRemoved = {
  /** Hash of the secret in the private link. */
  readonly statusKeyHash: Buffer;
  /** Undefined for guests. */
  readonly owner:
    | { readonly ownerId: string; readonly actingAccountId: string }
    | undefined;
};

/** All of it together. */
export function joinRemoved(all: readonly Removed[]): Removed {
  const counts = new Map<string, number>();
  for (const [kind, count] of all.flatMap((it) => Object.entries(it.counts)))
    if (count > 0) counts.set(kind, (counts.get(kind) ?? 0) + count);
  return {
    counts: Object.fromEntries(counts),
    fileIds: [...new Set(all.flatMap(({ fileIds }) => fileIds))],
    ids: [...new Set(all.flatMap(({ ids }) => ids))],
    applicant: all.find(({ applicant }) => applicant)?.applicant,
  };
}
