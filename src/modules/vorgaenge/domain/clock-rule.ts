import type { Land } from "../../../platform/calendar/land.ts";
import type { PeriodLength } from "../../../platform/calendar/periods.ts";

/** What a question to the applicant does to the periods. */
export type OnQuestion = "runs-on" | "stops" | "restarts";

export const questionEffects: readonly OnQuestion[] = [
  "stops",
  "restarts",
  "runs-on",
];

/** The units of a period that can be chosen. */
export const periodUnits = ["days", "weeks", "months"] as const;

export type PeriodUnit = (typeof periodUnits)[number];

/** A period that a law sets. */
export type LegalPeriod = {
  readonly count: number;
  readonly unit: PeriodUnit;
  /** The law, as the office cites it. */
  readonly legalBasis: string;
  /** When it ends without a decision, the application counts as granted. @see § 42a Abs. 1 VwVfG */
  readonly approvesBySilence: boolean;
};

/** How long an office may take for a Leistung. */
export type ClockRule = {
  /** The office's own aim, in working days from receipt. */
  readonly targetDays: number | undefined;
  readonly period: LegalPeriod | undefined;
  readonly onQuestion: OnQuestion;
  /** From how many working days before the last one it is urgent. */
  readonly warningDays: number;
  /** Whose holidays count. */
  readonly land: Land;
};

/** The length as the calendar takes it. */
export function lengthOf({
  unit,
  count,
}: Pick<LegalPeriod, "unit" | "count">): PeriodLength {
  switch (unit) {
    case "days":
      return { days: count };
    case "weeks":
      return { weeks: count };
    case "months":
      return { months: count };
  }
}

/** In calendar days: a fifth was decided within the first, half within the middle, four fifths within the last. */
export type UsualDuration = {
  readonly cases: number;
  readonly fastDays: number;
  readonly middleDays: number;
  readonly slowDays: number;
};

/** With fewer decided ones nothing is said: it would be chance, or show a single person's case. */
export const leastCases = 5;

/** Largest numbers that make sense; what is above is a slip of the finger. */
export const longest = {
  targetDays: 500,
  period: 365,
  warningDays: 60,
  legalBasis: 200,
} as const;
