import { normaliseNote, longestNote } from "./note.ts";

/** Who is asked: somebody of the own authority, one of its teams, or another authority. */
export type Asked =
  | { readonly kind: "person"; readonly id: string }
  | { readonly kind: "team"; readonly id: string }
  | { readonly kind: "authority"; readonly id: string };

/** A question to an expert, and what came back. */
export type Opinion = {
  readonly id: string;
  readonly vorgangId: string;
  readonly askedTenantId: string;
  readonly teamId: string | undefined;
  readonly staffId: string | undefined;
  readonly askedBy: string;
  readonly askedAt: Date;
  /** Last day to answer, `2027-03-01`. */
  readonly dueDay: string;
  /** What is shown: positions of the sections of what was sent. */
  readonly sections: readonly number[];
  readonly fileIds: readonly string[];
  readonly question: string;
  readonly answer: OpinionAnswer | undefined;
  readonly answeredAt: Date | undefined;
  readonly withdrawnAt: Date | undefined;
};

/** The answer with who gave it, as they are called in their own authority. */
export type OpinionAnswer = { readonly text: string; readonly by: string };

/** An opinion in the list of whoever is asked. */
export type OpinionRequest = {
  readonly id: string;
  readonly fromTenantId: string;
  readonly leistungTitle: string;
  readonly askedAt: Date;
  readonly dueDay: string;
};

export type OpinionState = "waiting" | "overdue" | "answered" | "withdrawn";

/** Where an opinion stands on a day. */
export function opinionState(
  opinion: Pick<Opinion, "answeredAt" | "withdrawnAt" | "dueDay">,
  today: string,
): OpinionState {
  if (opinion.answeredAt) return "answered";
  if (opinion.withdrawnAt) return "withdrawn";
  return opinion.dueDay < today ? "overdue" : "waiting";
}

/** Whom a word of the form means, such as `team:0190…`; undefined for anything else. */
export function askedOf(word: string): Asked | undefined {
  const [, kind, id = ""] =
    /^(person|team|authority):([\w-]+)$/.exec(word) ?? [];
  return kind === "person" || kind === "team" || kind === "authority"
    ? { kind, id }
    : undefined;
}

export const longestOpinionDays = 120;

export type OpinionFault =
  | "opinion-nobody"
  | "opinion-days"
  | "opinion-question-missing"
  | "opinion-text-too-long";

/** What is wrong with a question as it was typed. */
export function faultOfQuestion(input: {
  readonly asked: Asked | undefined;
  readonly workingDays: number;
  readonly question: string;
}): OpinionFault | undefined {
  const { asked, workingDays } = input;
  const question = normaliseNote(input.question);
  if (!asked) return "opinion-nobody";
  if (question === undefined) return "opinion-question-missing";
  if (Array.from(question).length > longestNote) return "opinion-text-too-long";
  const fits =
    Number.isInteger(workingDays) &&
    workingDays >= 1 &&
    workingDays <= longestOpinionDays;
  return fits ? undefined : "opinion-days";
}

/** What a text of an opinion is encrypted for: it cannot be moved to another. */
export function opinionPurpose(
  id: string,
  part: "question" | "answer",
): string {
  return `vorgaenge.opinion:${part}:${id}`;
}
