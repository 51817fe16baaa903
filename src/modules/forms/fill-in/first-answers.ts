import type { Answers, Occurrence } from "../domain/answers.ts";
import { prefillKey } from "../domain/answers.ts";
import type {
  FormDefinition,
  FormElement,
  FormField,
  PrefillSource,
} from "../domain/form-definition.ts";
import { isGivenField, listFields } from "../domain/visit.ts";

/** What is known for a source, in canonical form; undefined for nothing. */
export type FindPrefill = (source: PrefillSource) => string | undefined;

/**
 * The answers an application begins with: first values of fields that can be changed, in what the form requires (in something optional a
 * value would count as its beginning), and what was found for fields nobody can change.
 */
export function firstAnswers(
  definition: FormDefinition,
  find: FindPrefill,
): Answers {
  const elements = definition.pages.flatMap((page) => page.elements);
  const found = foundForLocked(elements, find);
  const first = answersOf(elements, find);
  return Object.keys(found).length === 0
    ? first
    : { ...first, [prefillKey]: [found] };
}

/** By source: it stays as it was found, and no request can reach it. */
function foundForLocked(
  elements: readonly FormElement[],
  find: FindPrefill,
): Answers {
  const sources = listFields(elements).flatMap(({ entry, prefill }) =>
    entry !== undefined && prefill ? [prefill.source] : [],
  );
  return Object.fromEntries(
    [...new Set(sources)].flatMap((source) => {
      const value = find(source);
      return value === undefined ? [] : [[source, [value]] as const];
    }),
  );
}

function answersOf(
  elements: readonly FormElement[],
  find: FindPrefill,
): Answers {
  const entries = elements.map(
    (element) => [element.key, occurrencesOf(element, find)] as const,
  );
  return Object.fromEntries(
    entries.filter(([, occurrences]) => occurrences.length > 0),
  );
}

function occurrencesOf(
  element: FormElement,
  find: FindPrefill,
): readonly Occurrence[] {
  if (element.kind === "field") {
    const value = isGivenField(element) ? undefined : valueOf(element, find);
    return value === undefined ? [] : [value];
  }
  // Of a choice the applicant says first which alternative it is.
  const inner = element.choice ? {} : answersOf(element.elements, find);
  return Object.keys(inner).length === 0
    ? []
    : Array.from({ length: element.cardinality.min }, () => inner);
}

function valueOf(
  { prefill, initialValue }: FormField,
  find: FindPrefill,
): string | undefined {
  return (prefill && find(prefill.source)) ?? initialValue;
}
