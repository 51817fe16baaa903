/** Drafts are kept this long after the last edit. @see OZG § 8a Abs. 3 */
export const draftRetentionDays = 30;

/** Its owner is reminded this long before. */
const reminderDays = 5;

const dayMs = 86_400_000;

/** Drafts that are removed until then are due for a reminder. */
export function reminderDueBefore(now: Date): Date {
  return new Date(now.getTime() + reminderDays * dayMs);
}

/** When a draft that was edited now is removed. */
export function draftExpiry(now: Date): Date {
  return new Date(now.getTime() + draftRetentionDays * dayMs);
}
