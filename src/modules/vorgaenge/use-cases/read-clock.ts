import {
  dayOf,
  type CalendarDay,
} from "../../../platform/calendar/calendar-day.ts";
import type { Context } from "../../../platform/context/context.ts";
import {
  dueOn,
  readClock,
  urgencyOf,
  type Clock,
  type ClockEvent,
  type Urgency,
} from "../domain/clock.ts";
import type { ClockRule } from "../domain/clock-rule.ts";
import { findClockRule } from "../store/clock-store.ts";

/** How long an office still has for a Vorgang, and how urgent that is today. */
export type VorgangClock = {
  readonly rule: ClockRule;
  readonly clock: Clock;
  readonly due:
    | { readonly on: CalendarDay; readonly urgency: Urgency }
    | undefined;
};

/** The clock of a Vorgang somebody has opened; undefined where nothing is set for its Leistung. One statement. */
export async function readClockOf(
  context: Context,
  vorgang: {
    readonly leistungSlug: string;
    readonly events: readonly ClockEvent[];
  },
): Promise<VorgangClock | undefined> {
  const { tenantId, now } = context;
  const rule = await context.read((db) =>
    findClockRule(db, tenantId, vorgang.leistungSlug),
  );
  return rule && clockWith(rule, vorgang.events, now);
}

/** The clock after these events, by a rule. */
export function clockWith(
  rule: ClockRule,
  events: readonly ClockEvent[],
  now: Date,
): VorgangClock {
  const clock = readClock(events, rule);
  const on = dueOn(clock);
  const today = dayOf(now);
  return {
    rule,
    clock,
    due:
      on === undefined
        ? undefined
        : { on, urgency: urgencyOf(on, { ...rule, today }) },
  };
}
