/** Id of the form of a step, for buttons that stand outside of it. */
export const stepFormId = "schritt";

/** Values of the buttons that leave a step; all of them save what was typed. */
export const stepActions = {
  next: "next",
  save: "save",
  /** What was typed when the page was left by another way. */
  keep: "keep",
  /** Closes the draft in this browser. */
  end: "end",
  /** Shows the same step again. */
  stay: "stay",
} as const;

const goToPrefix = "goto:";

/** Value of a button that leads to another step (its place), the summary (`pruefen`) or the start (`start`). */
export function goToAction(place: string): string {
  return `${goToPrefix}${place}`;
}

/** Begins the value of a button that shows the same in other words: `texte:leicht`. */
const textsPrefix = "texte:";

/** What a button of a step asks for; `change` is one of the form itself: add or remove. */
export type StepAction =
  | { readonly kind: "next" | "save" | "keep" | "end" | "stay" | "change" }
  | { readonly kind: "goto"; readonly place: string }
  | { readonly kind: "texts"; readonly chosen: string };

export function parseStepAction(value: string | null): StepAction {
  if (value === null) return { kind: "next" };
  if (value.startsWith(goToPrefix))
    return { kind: "goto", place: value.slice(goToPrefix.length) };
  if (value.startsWith(textsPrefix))
    return { kind: "texts", chosen: value.slice(textsPrefix.length) };
  const kind = Object.values(stepActions).find((known) => known === value);
  return { kind: kind ?? "change" };
}
