import type { Answers } from "./answers.ts";
import { isGroupAnswer } from "./answers.ts";
import { addButtonId, parseAction, type PageAction } from "./apply-action.ts";
import type { FormDefinition, FormElement } from "./form-definition.ts";
import { findPage } from "./shown-pages.ts";
import { visibleOccurrences } from "./visit.ts";

/**
 * Id of the place where a visitor goes on after a button of the page: the new occurrence, the one that took the place of a
 * removed one, the one that was moved, or the "add" button when none is left. `answers` are those after `applyAction`. Undefined for anything that is no such button.
 */
export function placeAfterAction(
  definition: FormDefinition,
  pageKey: string,
  { answers, action }: PageAction,
): string | undefined {
  const page = findPage(definition, pageKey);
  const parsed = parseAction(action);
  if (!page || !parsed) return undefined;
  const { verb, path } = parsed;
  const found = descend(page.elements, answers, path);
  if (!found) return undefined;
  const { element } = found;
  const base = (verb === "add" ? path : path.slice(0, -1)).join(".");
  if (element.kind === "field" && element.dataType === "file")
    return `${base}.0`;
  const at = Number(path.at(-1));
  const last = visibleOccurrences(element, found.answers).length - 1;
  if (last < 0) return addButtonId(base);
  const place = { add: last, remove: at, up: at - 1, down: at + 1 }[verb];
  return `${base}.${Math.max(0, Math.min(place, last))}`;
}

type Found = { readonly element: FormElement; readonly answers: Answers };

function descend(
  elements: readonly FormElement[],
  answers: Answers,
  [key, index, ...rest]: readonly string[],
): Found | undefined {
  const element = elements.find((candidate) => candidate.key === key);
  if (!element) return undefined;
  if (rest.length === 0) return { element, answers };
  if (element.kind !== "group") return undefined;
  const occurrence = visibleOccurrences(element, answers)[Number(index)];
  return descend(
    element.elements,
    isGroupAnswer(occurrence) ? occurrence : {},
    rest,
  );
}
