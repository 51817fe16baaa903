/** What of a destination needs a person, and who was told of it when. */
export type Overdue = {
  /** Rejected, given up, not answered when due, or held by a pause for longer than its patience. */
  readonly count: number;
  /** Since when the oldest and the newest of them have needed a person. */
  readonly oldest: Date;
  readonly newest: Date;
  readonly officeToldAt: Date | undefined;
  readonly administratorToldAt: Date | undefined;
};

export type Escalation = {
  readonly office: boolean;
  readonly administrator: boolean;
};

const dayMs = 24 * 3_600_000;
const weekMs = 7 * dayMs;

/** The office hears of it at once, of more at most daily, and each week as long as it lasts. The administrator hears of what is a week old, weekly. */
export function escalationOf(overdue: Overdue, now: Date): Escalation {
  const { count, oldest, newest, officeToldAt, administratorToldAt } = overdue;
  if (count === 0) return { office: false, administrator: false };
  const isPast = (since: Date | undefined, ms: number) =>
    since === undefined || now.getTime() - since.getTime() >= ms;
  const isNews = officeToldAt === undefined || newest > officeToldAt;
  return {
    office: isPast(officeToldAt, isNews ? dayMs : weekMs),
    administrator:
      isPast(oldest, weekMs) && isPast(administratorToldAt, weekMs),
  };
}
