import type { Answers } from "../domain/answers.ts";
import {
  elementPath,
  groupAnswers,
  occurrencePath,
} from "../domain/answers.ts";
import type { FormElement, InputField } from "../domain/form-definition.ts";
import { isInputField, visibleOccurrences } from "../domain/visit.ts";
import type { EvaluatedForm } from "./evaluate-form.ts";

/** Somewhere in a form that an example can say something about. */
export type ExamplePlace = {
  /** Without the number of its own occurrence: `G1.0.F2`; a page is `page:<key>`. */
  readonly path: string;
  /** Shown on a condition of its own. */
  readonly isConditional: boolean;
  /** Set for what is filled in or worked out. */
  readonly field?: InputField;
};

/** All places of a form as it is filled in, hidden ones, too: pages, and elements in each occurrence of their group. */
export function listExamplePlaces({
  definition,
  typed,
}: Pick<EvaluatedForm, "definition" | "typed">): ExamplePlace[] {
  return definition.pages.flatMap(({ key, visibleWhen, elements }) => [
    { path: `page:${key}`, isConditional: visibleWhen !== undefined },
    ...placesIn(elements, typed, ""),
  ]);
}

function placesIn(
  elements: readonly FormElement[],
  answers: Answers,
  parent: string,
): ExamplePlace[] {
  return elements.flatMap((element) => {
    const own = {
      path: elementPath(parent, element.key),
      isConditional: element.visibleWhen !== undefined,
      ...(isInputField(element) ? { field: element } : {}),
    };
    if (element.kind === "field") return [own];
    const inner = visibleOccurrences(element, answers).flatMap(
      (occurrence, index) =>
        placesIn(
          element.elements,
          groupAnswers(occurrence),
          occurrencePath(parent, element.key, index),
        ),
    );
    return [own, ...inner];
  });
}
