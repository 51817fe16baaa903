import { align } from "./align.ts";
import type { Answers, Occurrence } from "./answers.ts";
import { groupAnswers, isFileAnswer, occurrencesOf } from "./answers.ts";
import { parseAction } from "./apply-action.ts";
import {
  fingerprintOf,
  fingerprintsAt,
  fingerprintsOfList,
  placesOf,
  type Fingerprint,
} from "./fingerprint.ts";
import type { FormElement, FormGroup, FormPage } from "./form-definition.ts";
import type { PageSides } from "./merge-page.ts";
import { askedElements, isRepeatable } from "./visit.ts";

type Sides = Omit<PageSides, "mine">;

/**
 * The stored answers as the page counts them: entry 2 is the one it showed as entry 2, or blank when that was removed since.
 * What the page sends is read on top of these, so that files stay with their entries.
 */
export function asShown(page: FormPage, sides: Sides): Answers {
  return { ...sides.theirs, ...elementsAsShown(page.elements, sides) };
}

function elementsAsShown(
  elements: readonly FormElement[],
  { basis, theirs }: Sides,
): Answers {
  const groups = elements.filter((element) => element.kind === "group");
  return Object.fromEntries(
    groups.map((group) => {
      const before = fingerprintsAt(basis, group.key);
      const now = placesOf(group, theirs);
      const { places } = align(before, fingerprintsOfList(group, now));
      const shown = isRepeatable(group) ? places : [0];
      return [
        group.key,
        shown.map((place, index) =>
          elementsOfGroup(group, before[index], now[place ?? -1]),
        ),
      ];
    }),
  );
}

function elementsOfGroup(
  group: FormGroup,
  before: Fingerprint | undefined,
  now: Occurrence | undefined,
): Answers {
  const theirs = groupAnswers(now);
  const basis = typeof before === "object" ? before : {};
  return {
    ...theirs,
    ...elementsAsShown(askedElements(group), { basis, theirs }),
  };
}

/**
 * True for a button that takes a file away when another file stands in its place by now: then nothing is taken away.
 * `theirs` are the stored answers.
 */
export function isFileGone(
  page: FormPage,
  sides: Sides,
  action: string,
): boolean {
  const parsed = parseAction(action);
  if (parsed?.verb !== "remove") return false;
  const shown = asShown(page, sides);
  return isOther(page.elements, parsed.path, {
    basis: sides.basis,
    answers: shown,
  });
}

function isOther(
  elements: readonly FormElement[],
  [key = "", index = "", ...rest]: readonly string[],
  {
    basis,
    answers,
  }: { readonly basis: Fingerprint; readonly answers: Answers },
): boolean {
  const element = elements.find((candidate) => candidate.key === key);
  if (!element) return false;
  const before = fingerprintsAt(basis, key)[Number(index)];
  const now = occurrencesOf(answers, key)[Number(index)];
  if (element.kind === "group")
    return isOther(askedElements(element), rest, {
      basis: before ?? {},
      answers: groupAnswers(now),
    });
  return isFileAnswer(now) && fingerprintOf(element, now) !== before;
}
