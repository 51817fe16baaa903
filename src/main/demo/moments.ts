import {
  addDays,
  dayOf,
  startOfDay,
  weekdayOf,
} from "../../platform/calendar/calendar-day.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const shortestStepMs = 7 * 60_000;

/**
 * Moments of one story, each a number of days before `now`: on working days, in office hours, and each later than the one before. What
 * happened within the last day happened exactly so long ago.
 */
export function momentsUntil(now: Date): (daysAgo: number) => Date {
  const told = { at: 0 };
  return (daysAgo) => {
    const wished = daysAgo < 1 ? now.getTime() - daysAgo * dayMs : at(daysAgo);
    const next = Math.max(wished, told.at + shortestStepMs);
    told.at = Math.min(next, now.getTime());
    return new Date(told.at);
  };

  function at(daysAgo: number): number {
    const whole = Math.floor(daysAgo);
    const day = workingDay(addDays(dayOf(now), -whole));
    const hour = 8 + (1 - (daysAgo - whole)) * 8;
    return Math.min(
      startOfDay(day).getTime() + hour * hourMs,
      now.getTime() - dayMs / 2,
    );
  }
}

/** Nobody is in the office at the weekend: it was Friday. */
function workingDay(day: string): string {
  return addDays(day, Math.min(0, 5 - weekdayOf(day)));
}
