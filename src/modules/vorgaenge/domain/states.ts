import type {
  PeriodChange,
  Step,
  VorgangEvent,
  VorgangEventKind,
} from "./events.ts";

/** Where a Vorgang stands; the same words for citizen, caseworker and back-office system. */
export type VorgangState =
  | "received"
  | "in-progress"
  | "question"
  | "decided"
  | "withdrawn"
  | "handed-over"
  | "closed";

export const vorgangStates: readonly VorgangState[] = [
  "received",
  "in-progress",
  "question",
  "decided",
  "withdrawn",
  "handed-over",
  "closed",
];

/** States in which the authority or the applicant still has something to do. */
export const openStates = [
  "received",
  "in-progress",
  "question",
] as const satisfies readonly VorgangState[];

/** The state an event leads to; undefined leaves it as it is. */
const stateAfter = {
  received: "received",
  "taken-into-work": "in-progress",
  "question-asked": "question",
  answered: "in-progress",
  decided: "decided",
  withdrawn: "withdrawn",
  "handed-over": "handed-over",
  returned: "received",
  closed: "closed",
  reopened: "in-progress",
  "note-to-applicant": undefined,
  "note-from-applicant": undefined,
  assigned: undefined,
  unassigned: undefined,
  "moved-to-team": undefined,
  "period-stopped": undefined,
  "period-continued": undefined,
  "period-restarted": undefined,
  "period-extended": undefined,
} as const satisfies Record<VorgangEventKind, VorgangState | undefined>;

/**
 * What may be done in which state. A clean case is decided straight from `received`: it should cost the caseworker three
 * clicks. A question may be followed by a decision, because not everybody answers. A caseworker notes a withdrawal that
 * came by letter or phone. Who forgot to ask for something asks once more. What was settled can be taken up again: an objection, an error, a withdrawal taken back.
 */
const stepsFrom = {
  received: [
    "taken-into-work",
    "question-asked",
    "decided",
    "note-to-applicant",
    "withdrawn",
    "handed-over",
  ],
  "in-progress": [
    "question-asked",
    "decided",
    "note-to-applicant",
    "withdrawn",
    "handed-over",
  ],
  question: [
    "answered",
    "question-asked",
    "decided",
    "note-to-applicant",
    "withdrawn",
    "handed-over",
  ],
  decided: ["closed", "note-to-applicant", "reopened"],
  withdrawn: ["closed", "note-to-applicant", "reopened"],
  "handed-over": ["closed", "note-to-applicant", "reopened"],
  closed: ["reopened"],
} as const satisfies Record<VorgangState, readonly Step["kind"][]>;

/** State and since when, from the events in their order. Throws on none: a Vorgang begins with `received`. */
export function stateOf(events: readonly Pick<VorgangEvent, "kind" | "at">[]): {
  readonly state: VorgangState;
  readonly since: Date;
} {
  const steps = events.filter(({ kind }) => stateAfter[kind] !== undefined);
  const last = steps.at(-1);
  const state = last && stateAfter[last.kind];
  if (!last || !state) {
    throw new Error("vorgang: no event, so no state; `received` comes first");
  }
  // Who is asked once more has been asked since the first time.
  const before = steps.findLastIndex(({ kind }) => stateAfter[kind] !== state);
  return { state, since: (steps[before + 1] ?? last).at };
}

/** A step that moves a Vorgang on or tells the applicant something. */
export type NextStep = Exclude<Step["kind"], PeriodStep>;

/** What may be done next, in the order it is offered. */
export function allowedSteps(state: VorgangState): readonly NextStep[] {
  return stepsFrom[state];
}

/** What is done to the periods while it is open. */
export const periodSteps = [
  "period-stopped",
  "period-continued",
  "period-restarted",
  "period-extended",
] as const satisfies readonly PeriodChange["kind"][];

export type PeriodStep = (typeof periodSteps)[number];

/** True when the step may be done in this state. */
export function isAllowed(state: VorgangState, step: Step["kind"]): boolean {
  const steps: readonly Step["kind"][] = isOpen(state) ? periodSteps : [];
  return [...allowedSteps(state), ...steps].includes(step);
}

/** True until it is decided: then the applicant may withdraw. */
export function mayWithdraw(state: VorgangState): boolean {
  return isOpen(state);
}

/** True while somebody has to be responsible for it. */
export function isOpen(state: VorgangState): boolean {
  return openStates.some((it) => it === state);
}

/** The state a step leads to from here. */
export function stateAfterStep(
  state: VorgangState,
  step: VorgangEventKind,
): VorgangState {
  return stateAfter[step] ?? state;
}
