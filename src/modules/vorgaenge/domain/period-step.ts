import { isCalendarDay } from "../../../platform/calendar/calendar-day.ts";
import type { Clock } from "./clock.ts";
import type { PeriodChange } from "./events.ts";
import { periodSteps, type PeriodStep } from "./states.ts";

/**
 * What may be done to the periods of a Vorgang: what runs is stopped or begins anew, what rests goes on, and a period of the law is
 * extended once.
 * @see § 42a Abs. 2 Satz 3 VwVfG
 */
export function allowedPeriodSteps({
  stoppedOn,
  lastDay,
  isExtended,
  endedOn,
}: Clock): readonly PeriodStep[] {
  if (endedOn !== undefined) return [];
  if (stoppedOn !== undefined) return ["period-continued", "period-restarted"];
  return lastDay === undefined || isExtended
    ? ["period-stopped", "period-restarted"]
    : ["period-stopped", "period-extended", "period-restarted"];
}

export type PeriodFault = "period-step-missing" | "until-day-invalid";

/** The step a form asks for; a fault where none is chosen, or a new last day does not exist or is not later than the present one. */
export function periodStepOf(
  typed: { readonly choice: string; readonly untilDay: string },
  clock: Clock,
): PeriodChange | PeriodFault {
  const kind = periodSteps.find((known) => known === typed.choice);
  if (!kind) return "period-step-missing";
  if (kind !== "period-extended") return { kind };
  const { untilDay } = typed;
  return isCalendarDay(untilDay) && untilDay > (clock.lastDay ?? "")
    ? { kind, untilDay }
    : "until-day-invalid";
}
