/** Longest sentence about a page, in characters. */
export const longestRemark = 500;

/**
 * A sentence without what could tell who wrote it: addresses of e-mail and long numbers go. Names cannot be told from other words; the form
 * asks to leave them out.
 */
export function withoutPersons(remark: string): string {
  return remark
    .replaceAll(/\s+/g, " ")
    .replaceAll(/\S+@\S+/g, "…")
    .replaceAll(/\d(?:[\s/.-]?\d){4,}/g, "…")
    .trim()
    .slice(0, longestRemark);
}
