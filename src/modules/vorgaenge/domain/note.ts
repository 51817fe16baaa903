import type { Step } from "./events.ts";

export const longestNote = 4000;

export type NoteFault = "note-missing" | "note-too-long";

/** As it is stored: one kind of line break, no blanks around. Empty becomes undefined. */
export function normaliseNote(typed: string): string | undefined {
  const note = typed.normalize("NFC").replaceAll(/\r\n?/g, "\n").trim();
  return note === "" ? undefined : note;
}

/** What is wrong with the text to the applicant. A question without words would leave them helpless. */
export function faultOfNote(
  step: Step["kind"],
  note: string | undefined,
): NoteFault | undefined {
  const needsNote = step === "question-asked" || step === "note-to-applicant";
  if (needsNote && note === undefined) return "note-missing";
  const length = Array.from(note ?? "").length;
  return length > longestNote ? "note-too-long" : undefined;
}
