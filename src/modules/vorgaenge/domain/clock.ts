import {
  addDays,
  dayOf,
  daysBetween,
  type CalendarDay,
} from "../../../platform/calendar/calendar-day.ts";
import type { Land } from "../../../platform/calendar/land.ts";
import {
  lastDayOfTerm,
  type PeriodLength,
} from "../../../platform/calendar/periods.ts";
import {
  addWorkingDays,
  countWorkingDays,
  firstWorkingDayFrom,
} from "../../../platform/calendar/working-days.ts";
import { lengthOf, type ClockRule, type OnQuestion } from "./clock-rule.ts";
import type { VorgangEvent } from "./events.ts";

/** What the clock reads of an event. */
export type ClockEvent = Pick<VorgangEvent, "kind" | "at"> &
  Partial<Pick<VorgangEvent, "untilDay">>;

/** How long the office still has. */
export type Clock = {
  /** The day of the event that the running period begins with; that day itself does not count. */
  readonly startedOn: CalendarDay;
  /** Since when the periods rest; undefined while they run. */
  readonly stoppedOn: CalendarDay | undefined;
  /** The office's own aim; undefined without one, and while it rests. */
  readonly targetOn: CalendarDay | undefined;
  /** The last day of the period the law sets; undefined without one, and while it rests. */
  readonly lastDay: CalendarDay | undefined;
  /** The period was extended once, as § 42a Abs. 2 Satz 3 VwVfG allows. */
  readonly isExtended: boolean;
  /** Decided, withdrawn or handed over: nothing runs any more. */
  readonly endedOn: CalendarDay | undefined;
  /** Taken up again after a decision, or back from another authority: no approval by silence follows. */
  readonly isReopened: boolean;
};

type Stretch = { readonly from: CalendarDay; readonly to: CalendarDay };

type Reading = {
  startedOn: CalendarDay;
  stopped: { readonly on: CalendarDay; readonly restarts: boolean } | undefined;
  rests: Stretch[];
  extendedUntil: CalendarDay | undefined;
  endedOn: CalendarDay | undefined;
  isReopened: boolean;
};

/**
 * Reads the clock from the events of a Vorgang in their order. While it rests no day counts: the last day moves by as many days as it
 * rested, and from there to a working day (§ 209, § 193 BGB, § 31 Abs. 3 VwVfG); the day on which it goes on counts again. Restarted
 * it runs in full from that day. Throws on no event.
 */
export function readClock(
  events: readonly ClockEvent[],
  rule: ClockRule,
): Clock {
  const reading = readEvents(events, rule.onQuestion);
  const { startedOn, stopped, rests, extendedUntil, endedOn } = reading;
  const isRunning = stopped === undefined && endedOn === undefined;
  const given = { startedOn, rests, land: rule.land };
  return {
    startedOn,
    stoppedOn: endedOn === undefined ? stopped?.on : undefined,
    targetOn:
      isRunning && rule.targetDays !== undefined
        ? targetOf(rule.targetDays, given)
        : undefined,
    lastDay:
      isRunning && rule.period !== undefined
        ? laterOf(lastDayOf(lengthOf(rule.period), given), extendedUntil)
        : undefined,
    isExtended: extendedUntil !== undefined,
    endedOn,
    isReopened: reading.isReopened,
  };
}

function readEvents(
  events: readonly ClockEvent[],
  onQuestion: OnQuestion,
): Reading {
  const [first, ...later] = events;
  if (!first) throw new Error("clock: no event; `received` comes first");
  const reading: Reading = {
    startedOn: dayOf(first.at),
    stopped: undefined,
    rests: [],
    extendedUntil: undefined,
    endedOn: undefined,
    isReopened: false,
  };
  for (const event of later) readEvent(reading, event, onQuestion);
  return reading;
}

function readEvent(
  reading: Reading,
  event: ClockEvent,
  onQuestion: OnQuestion,
): void {
  const read = effects[event.kind];
  read?.(reading, dayOf(event.at), { ...event, onQuestion });
}

type Effect = (
  reading: Reading,
  on: CalendarDay,
  event: ClockEvent & { readonly onQuestion: OnQuestion },
) => void;

const end: Effect = (reading, on) => {
  reading.endedOn = on;
};

const resume: Effect = (reading, on) => {
  if (reading.stopped?.restarts === true) restart(reading, on);
  else goOn(reading, on);
};

/** What each event does to the clock; all others do nothing. */
const effects: Partial<Record<ClockEvent["kind"], Effect>> = {
  "question-asked": (reading, on, { onQuestion }) => {
    if (onQuestion === "runs-on") return;
    reading.stopped ??= { on, restarts: onQuestion === "restarts" };
  },
  "period-stopped": (reading, on) => {
    reading.stopped ??= { on, restarts: false };
  },
  answered: resume,
  "period-continued": resume,
  "period-restarted": (reading, on) => {
    restart(reading, on);
  },
  "period-extended": (reading, _on, { untilDay }) => {
    reading.extendedUntil = untilDay;
  },
  decided: end,
  withdrawn: end,
  "handed-over": end,
  // What the authorities needed to find the right one is not at the applicant's cost: it goes on as if it had never been away. Whether silence
  // has approved it meanwhile is for a person to say.
  returned: (reading, on, event) => {
    resume(reading, on, event);
    reading.endedOn = undefined;
    reading.isReopened = true;
  },
  reopened: (reading, on) => {
    restart(reading, on);
    reading.endedOn = undefined;
    reading.isReopened = true;
  },
};

function goOn(reading: Reading, on: CalendarDay): void {
  if (!reading.stopped) return;
  reading.rests.push({ from: reading.stopped.on, to: on });
  reading.stopped = undefined;
}

function restart(reading: Reading, on: CalendarDay): void {
  reading.startedOn = on;
  reading.stopped = undefined;
  reading.rests = [];
  reading.extendedUntil = undefined;
}

type Given = {
  readonly startedOn: CalendarDay;
  readonly rests: readonly Stretch[];
  readonly land: Land;
};

function lastDayOf(
  length: PeriodLength,
  { startedOn, rests, land }: Given,
): CalendarDay {
  const rested = sum(rests.map(({ from, to }) => daysBetween(from, to)));
  // Moved to a working day only once all days are counted.
  const unmoved = lastDayOfTerm(addDays(startedOn, 1), length);
  return firstWorkingDayFrom(addDays(unmoved, rested), land);
}

function targetOf(
  days: number,
  { startedOn, rests, land }: Given,
): CalendarDay {
  const rested = sum(
    rests.map(({ from, to }) => countWorkingDays(from, to, land)),
  );
  return addWorkingDays(startedOn, days + rested, land);
}

function laterOf(
  day: CalendarDay,
  other: CalendarDay | undefined,
): CalendarDay {
  return other !== undefined && other > day ? other : day;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** The day by which it should be decided: the earlier of the office's aim and the law's last day. */
export function dueOn({
  targetOn,
  lastDay,
}: Pick<Clock, "targetOn" | "lastDay">): CalendarDay | undefined {
  if (targetOn === undefined || lastDay === undefined)
    return targetOn ?? lastDay;
  return targetOn < lastDay ? targetOn : lastDay;
}

/** `soon`: few working days are left, as the rule says; `late`: the day is over. */
export type Urgency = "in-time" | "soon" | "late";

/** How urgent something is that is due on a day. */
export function urgencyOf(
  due: CalendarDay,
  {
    today,
    warningDays,
    land,
  }: {
    readonly today: CalendarDay;
    readonly warningDays: number;
    readonly land: Land;
  },
): Urgency {
  if (due < today) return "late";
  // A year of days need not be counted to know that there is time.
  if (daysBetween(today, due) > warningDays * 3 + 14) return "in-time";
  return countWorkingDays(today, due, land) <= warningDays ? "soon" : "in-time";
}
