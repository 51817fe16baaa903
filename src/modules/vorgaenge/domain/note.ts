import { typedText } from "../../../platform/values/typed-text.ts";
import type { Step } from "./events.ts";

export const longestNote = 4000;

export type NoteFault = "note-missing" | "note-too-long";

/** As it is stored: one kind of line break, no blanks around. Empty becomes undefined. */
export function normaliseNote(typed: string): string | undefined {
  const note = typedText(typed);
  return note === "" ? undefined : note;
}

/** Steps that leave the applicant helpless without words: what is asked, who decides now, why it begins again or takes longer. */
const needingNote: readonly Step["kind"][] = [
  "question-asked",
  "note-to-applicant",
  "handed-over",
  "reopened",
  "period-stopped",
  "period-extended",
];

/** What is wrong with the text of a caseworker to the applicant. */
export function faultOfNote(
  step: Step["kind"],
  note: string | undefined,
): NoteFault | undefined {
  if (needingNote.includes(step) && note === undefined) return "note-missing";
  const length = Array.from(note ?? "").length;
  return length > longestNote ? "note-too-long" : undefined;
}
