import { type Answers } from "../../forms/index.ts";
import { answerAt } from "../../forms/own-data.ts";
import type {
  FilledByHand,
  OwnData,
  OwnValue,
  Provenance,
} from "../domain/own-data.ts";

/** Fields whose answer is what the account said: filled in with consent, or by a button of the draft. What was changed since is the applicant's own. */
export function provenanceOf(
  answers: Answers,
  own: OwnData | undefined,
  byHand: readonly FilledByHand[],
): readonly Provenance[] {
  const placed = own?.isGranted === true ? own.placed.map(filledIn) : [];
  const paths = new Set(placed.map(({ path }) => path));
  return [...placed, ...byHand.filter(({ path }) => !paths.has(path))]
    .filter(({ path, value }) => answerAt(answers, path) === value)
    .map(({ value: _value, ...provenance }) => provenance);
}

/** What was put into a field, with who said so. */
export function filledIn({
  path,
  field,
  value,
  origin,
  originName,
  assuranceLevel,
  obtainedAt,
}: OwnValue): FilledByHand {
  return {
    path,
    label: field.label,
    value,
    origin,
    ...(originName ? { originName } : {}),
    assuranceLevel,
    obtainedAt,
  };
}
