import type { LeistungContent } from "../content/leistung-content.ts";

/** What waits for another editor, or was sent back by one. */
export type Approval = {
  /** A new one with each request. */
  readonly id: string;
  readonly leistungId: string;
  /** What is to be published; null where a hidden Leistung is to be shown as it is. */
  readonly content: LeistungContent | null;
  /** Number of the version that it was made from. */
  readonly base: number;
  /** Revision of the draft that was asked for; null where the draft has no part in it. */
  readonly draftRevision: number | null;
  /** Staff ids of all who wrote in it, and of who asked. */
  readonly authors: readonly string[];
  /** When they would like it to be published; null for at once. */
  readonly publishAt: Date | null;
  readonly note: string;
  readonly requestedAt: Date;
  /** Staff id. */
  readonly requestedBy: string;
  /** Undefined while it waits. */
  readonly returned: Returned | undefined;
};

export type Returned = {
  readonly at: Date;
  /** Staff id. */
  readonly by: string;
  readonly reason: string;
};

/** Who wrote something and who approved it; staff ids. */
export type FourEyes = {
  readonly authors: readonly string[];
  readonly approvedBy: string | null;
};

export const longestNote = 1_000;

/** True for somebody who wrote nothing of it: the second pair of eyes. */
export const mayApprove = (
  { authors }: Pick<Approval, "authors">,
  staffId: string,
) => !authors.includes(staffId);

/** Each once. */
export const togetherWith = (
  authors: readonly string[],
  ...others: readonly string[]
): readonly string[] => [...new Set([...authors, ...others])];
