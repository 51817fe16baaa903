import type { Standing, Step } from "../../vorgaenge/index.ts";

/** What a state of a back-office system can mean in our own model; the codes are understood without being set up. */
export const meanings = [
  "in-progress",
  "question",
  "granted",
  "partly",
  "refused",
  "no-decision",
  "withdrawn",
  "closed",
] as const;

export type Meaning = (typeof meanings)[number];

export const longestWord = 60;

export function isMeaning(text: string): text is Meaning {
  return meanings.some((meaning) => meaning === text);
}

/**
 * The step that leads to what was reported; undefined where the Vorgang stands there already. Whether the step is allowed, the Vorgang decides.
 */
export function stepTo(
  meaning: Meaning,
  { state, outcome }: Pick<Standing, "state" | "outcome">,
): Step | undefined {
  if (meaning === state || meaning === outcome) return undefined;
  if (meaning === "in-progress") return stepIntoWork(state);
  if (meaning === "question") return { kind: "question-asked" };
  return meaning === "withdrawn" || meaning === "closed"
    ? { kind: meaning }
    : { kind: "decided", outcome: meaning };
}

function stepIntoWork(state: Standing["state"]): Step {
  if (state === "received") return { kind: "taken-into-work" };
  return state === "question" ? { kind: "answered" } : { kind: "reopened" };
}
