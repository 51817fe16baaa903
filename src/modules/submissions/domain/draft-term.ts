/** Drafts are kept this long after the last edit. @see OZG § 8a Abs. 3 */
export const draftRetentionDays = 30;

/** When a draft that was edited now is removed. */
export function draftExpiry(now: Date): Date {
  return new Date(now.getTime() + draftRetentionDays * 86_400_000);
}
