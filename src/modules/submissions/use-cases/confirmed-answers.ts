import { type Answers } from "../../forms/index.ts";
import { fillIn, withoutGivenOwnData } from "../../forms/own-data.ts";
import {
  lockedValues,
  type OwnData,
  type OwnValue,
} from "../domain/own-data.ts";

/**
 * The draft as it counts: confirmed values over whatever is stored or was sent, and what the account says in fields nobody types. Nothing
 * of either without consent; what was filled in before stays as if it had been typed.
 */
export function withConfirmed<D extends { readonly answers: Answers }>(
  draft: D,
  own: OwnData | undefined,
): D {
  return { ...draft, answers: confirmedAnswers(draft.answers, own) };
}

/** The same for answers alone. */
export function confirmedAnswers(
  answers: Answers,
  own: OwnData | undefined,
): Answers {
  if (own?.isGranted !== true) return withoutGivenOwnData(answers);
  return fillIn(
    answers,
    [...lockedValues(own), ...own.placed.filter(isGiven)],
    "everywhere",
  );
}

/** What the applicant agreed to: confirmed values, and their own ones where nothing was typed yet. */
export function filledAnswers(answers: Answers, own: OwnData): Answers {
  return confirmedAnswers(fillIn(answers, own.placed, "where-blank"), own);
}

function isGiven({ field }: OwnValue): boolean {
  return field.entry !== undefined;
}
