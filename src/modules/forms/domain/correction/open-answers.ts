import {
  besides,
  groupAnswers,
  isBlank,
  occurrencesOf,
  type Answers,
} from "../answers.ts";
import type { FormDefinition, FormElement } from "../form-definition.ts";
import { isRepeatable } from "../visit.ts";

/**
 * What was sent, with the answers of others in the open part of the form only: whatever a draft holds or a browser sends, nothing else
 * changes.
 */
export function openAnswers(part: FormDefinition, sides: Sides): Answers {
  return takeOver(
    part.pages.flatMap(({ elements }) => elements),
    sides,
  );
}

type Sides = {
  /** What was sent. */
  readonly before: Answers;
  /** What is to count where the form is open. */
  readonly after: Answers;
};

function takeOver(
  elements: readonly FormElement[],
  { before, after }: Sides,
): Answers {
  const taken = elements.flatMap((element) => {
    const occurrences = occurrencesIn(element, { before, after });
    return occurrences.length > 0 ? [[element.key, occurrences] as const] : [];
  });
  return { ...besides(elements, before), ...Object.fromEntries(taken) };
}

function occurrencesIn(element: FormElement, { before, after }: Sides) {
  const isPart =
    element.kind === "group" && !isRepeatable(element) && !element.choice;
  if (!isPart) return occurrencesOf(after, element.key);
  const inner = takeOver(element.elements, {
    before: groupAnswers(occurrencesOf(before, element.key)[0]),
    after: groupAnswers(occurrencesOf(after, element.key)[0]),
  });
  return isBlank(inner) ? [] : [inner];
}
