import type { VorgangEvent } from "./events.ts";
import { isOpen, stateOf } from "./states.ts";

/** Something of the form that the applicant is asked to correct or to add. */
export type AskedItem = {
  /** Path of the element in the form. */
  readonly path: string;
  readonly label: string;
  /** A proof to upload. */
  readonly isFile: boolean;
  /** What the caseworker says about it; may be empty. */
  readonly text: string;
};

/** A question that is answered in the form. */
export type CorrectionRequest = {
  readonly id: string;
  /** Number of the event with the question. */
  readonly position: number;
  readonly items: readonly AskedItem[];
  /** About all of it; may be empty. */
  readonly text: string;
  /** Last day for the answer, such as `2027-03-31`. */
  readonly answerBy: string | undefined;
  /** Number of the event with the answer. */
  readonly answeredPosition: number | undefined;
};

export const longestItemText = 500;
export const mostItems = 50;

/** After these the office does not wait for an answer in the form any more. */
const endings = ["decided", "withdrawn", "handed-over", "closed"] as const;

/**
 * The request that can be answered now: the last one, as long as the Vorgang is open and nothing has settled it. A message of the applicant
 * leaves it open; a caseworker who notes an answer themselves has got it another way.
 */
export function openRequest(
  events: readonly Pick<
    VorgangEvent,
    "kind" | "position" | "actorKind" | "at"
  >[],
  requests: readonly CorrectionRequest[],
): CorrectionRequest | undefined {
  const last = requests.at(-1);
  if (!last || last.answeredPosition !== undefined) return undefined;
  const later = events.filter(({ position }) => position > last.position);
  const isSettled = later.some(
    ({ kind, actorKind }) =>
      endings.some((ending) => ending === kind) ||
      (kind === "answered" && actorKind === "staff"),
  );
  return isSettled || !isOpen(stateOf(events).state) ? undefined : last;
}
