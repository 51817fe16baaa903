import type { CalendarDay } from "../../../platform/calendar/calendar-day.ts";

/** What a caseworker decides; `no-decision`: settled without one, for example because it is no longer needed. */
export const outcomes = [
  "granted",
  "partly",
  "refused",
  "no-decision",
] as const;

export type ChosenOutcome = (typeof outcomes)[number];

/** How a Vorgang was decided; `granted-by-silence`: the period ended without a decision. @see § 42a VwVfG */
export type Outcome = ChosenOutcome | "granted-by-silence";

export const everyOutcome: readonly Outcome[] = [
  ...outcomes,
  "granted-by-silence",
];

/** Everything that can happen to a Vorgang; written once and never changed. */
export const eventKinds = [
  "received",
  "taken-into-work",
  "question-asked",
  "answered",
  "decided",
  "withdrawn",
  "handed-over",
  "returned",
  "closed",
  "reopened",
  "note-to-applicant",
  "note-from-applicant",
  "assigned",
  "unassigned",
  "moved-to-team",
  "period-stopped",
  "period-continued",
  "period-restarted",
  "period-extended",
] as const;

export type VorgangEventKind = (typeof eventKinds)[number];

/** Who is responsible inside the office; nothing the applicant is told of. */
export const assignmentKinds = [
  "assigned",
  "unassigned",
  "moved-to-team",
] as const satisfies readonly VorgangEventKind[];

export type AssignmentKind = (typeof assignmentKinds)[number];

export type VorgangEvent = {
  /** 1, 2, 3 … within the Vorgang. */
  readonly position: number;
  readonly kind: VorgangEventKind;
  /** Present on `decided` only. */
  readonly outcome: Outcome | undefined;
  /** Present on `assigned` only. */
  readonly assigneeId: string | undefined;
  /** Present on `moved-to-team` only. */
  readonly teamId: string | undefined;
  /** Present on `period-extended` only: the new last day. */
  readonly untilDay: CalendarDay | undefined;
  readonly at: Date;
  readonly actorKind: "guest" | "citizen" | "staff" | "system";
  readonly actorId: string;
  /** Text to the applicant, or from them. */
  readonly note: string | undefined;
};

/** What a caseworker does to a Vorgang. */
export type Step =
  | {
      readonly kind: Exclude<
        VorgangEventKind,
        | "received"
        | "returned"
        | "decided"
        | "note-from-applicant"
        | PeriodChange["kind"]
        | AssignmentKind
      >;
    }
  | { readonly kind: "decided"; readonly outcome: Outcome }
  | PeriodChange;

/** What is done to the periods of a Vorgang. */
export type PeriodChange =
  | {
      readonly kind: "period-stopped" | "period-continued" | "period-restarted";
    }
  | { readonly kind: "period-extended"; readonly untilDay: CalendarDay };

/** What the applicant does to a Vorgang. */
export type ApplicantStep = {
  readonly kind: "answered" | "note-from-applicant" | "withdrawn";
};

/** True for what only the office sees. */
export function isInternal(kind: VorgangEventKind): boolean {
  return assignmentKinds.some((it) => it === kind);
}
