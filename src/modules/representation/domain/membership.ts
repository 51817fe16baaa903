const dayMs = 24 * 60 * 60_000;

/** Half a year: often enough that nobody acts for long whom the company has taken out of its account, seldom enough for those who stay. */
const confirmedForDays = 180;

/** Until when a membership counts that an Organisationskonto confirmed; undefined: one that an owner gave, which an owner ends. */
export function countsUntil(confirmedAt: Date | null): Date | undefined {
  return confirmedAt === null
    ? undefined
    : new Date(confirmedAt.getTime() + confirmedForDays * dayMs);
}

/** Confirmations from before count no more. */
export function oldestThatCounts(now: Date): Date {
  return new Date(now.getTime() - confirmedForDays * dayMs);
}

/** True when it has to be confirmed anew, by signing in with the Organisationskonto. */
export function isLapsed(confirmedAt: Date | null, now: Date): boolean {
  const until = countsUntil(confirmedAt);
  return until !== undefined && until <= now;
}
