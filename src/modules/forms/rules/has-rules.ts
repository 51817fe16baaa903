import type { FormElement, FormPage } from "../domain/form-definition.ts";

/** True when something on the page depends on answers. */
export function hasRules({ elements }: Pick<FormPage, "elements">): boolean {
  return elements.some(dependsOnAnswers);
}

function dependsOnAnswers(element: FormElement): boolean {
  if (element.visibleWhen !== undefined) return true;
  if (element.kind === "group")
    return element.choice === true || hasRules(element);
  return element.requiredWhen !== undefined || element.computed !== undefined;
}
