import type { Applied } from "../../catalogue/content.ts";

/** What arrives, but not as it was sent; every other problem leaves the record out. */
export const remarkKinds = [
  "unsafe-address",
  "hours-not-read",
  "tag-removed",
  "not-latin",
] as const;
export type RemarkKind = (typeof remarkKinds)[number];

/** Where in a delivery something is not as it should be, and with which record. */
export type ImportProblem = {
  readonly line: number;
  /** Name of its element. */
  readonly element: string;
  readonly problem: string;
  /** Of several. */
  readonly file?: string | undefined;
  /** German name and id of the record, as far as it says them. */
  readonly name?: string | undefined;
  readonly key?: string | undefined;
  /** What exactly, such as the tags that are not allowed. */
  readonly detail?: string | undefined;
};

/** A Leistung that the source does not deliver any more. */
export type GoneLeistung = Applied["gone"][number];

export function isRemark({ problem }: ImportProblem): boolean {
  return remarkKinds.some((kind) => kind === problem);
}
