import { isAllowed } from "./states.ts";
import { isInVain } from "./assignment.ts";
import type { Vorgang } from "./vorgang.ts";

/** What can be done with many Vorgänge at once. */
export const batchActions = [
  "assigned",
  "moved-to-team",
  "unassigned",
  "labelled",
  "taken-into-work",
  "closed",
  "note-to-applicant",
  "export",
] as const;

export type BatchAction = (typeof batchActions)[number];

/** More are no longer looked through before they are changed. */
export const mostInBatch = 500;

/** Undefined for a word that is no action. */
export function batchActionOf(word: string): BatchAction | undefined {
  return batchActions.find((action) => action === word);
}

/** True where somebody, a team or a label has to be chosen. */
export function needsTarget(action: BatchAction): boolean {
  return (
    action === "assigned" || action === "moved-to-team" || action === "labelled"
  );
}

/** What a caseworker chose, and what they had seen of it. */
export type BatchItem = {
  readonly vorgangId: string;
  readonly expectedPosition: number;
};

/** What came of one item. */
export const batchResults = [
  "done",
  "not-found",
  "changed-meanwhile",
  "step-not-allowed",
  "assignee-unsuitable",
  "not-permitted",
] as const;

export type BatchResult = (typeof batchResults)[number];

/** What would come of it now. */
export type BatchVerdict =
  | "possible"
  | "in-vain"
  | Exclude<BatchResult, "done">;

/** Says before anything is done what the action would do to one Vorgang; undefined: it is not there, or not to be seen. */
export function verdictOn(
  vorgang: Vorgang | undefined,
  {
    action,
    target,
    expectedPosition,
  }: {
    readonly action: BatchAction;
    readonly target: string;
    readonly expectedPosition: number;
  },
): BatchVerdict {
  if (!vorgang) return "not-found";
  if (action === "export" || action === "labelled") return "possible";
  if (vorgang.lastPosition !== expectedPosition) return "changed-meanwhile";
  if (isStep(action))
    return isAllowed(vorgang.state, action) ? "possible" : "step-not-allowed";
  const assignment = assignmentOf(action, target);
  return assignment && isInVain(vorgang, assignment) ? "in-vain" : "possible";
}

export type BatchStep = "taken-into-work" | "closed" | "note-to-applicant";

/** True for what changes the state or tells the applicant. */
export function isStep(action: BatchAction): action is BatchStep {
  const steps: readonly BatchAction[] = [
    "taken-into-work",
    "closed",
    "note-to-applicant",
  ];
  return steps.includes(action);
}

/** The assignment an action makes; undefined for other actions and without a target. */
export function assignmentOf(action: BatchAction, target: string) {
  if (action === "unassigned") return { kind: action } as const;
  if (target === "") return undefined;
  if (action === "assigned")
    return { kind: action, assigneeId: target } as const;
  return action === "moved-to-team"
    ? ({ kind: action, teamId: target } as const)
    : undefined;
}
