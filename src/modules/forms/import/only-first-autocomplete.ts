import type { FormElement } from "../domain/form-definition.ts";

/**
 * Keeps each autofill token only at its first field. `autocomplete` means the visitor's own data (WCAG 1.3.5); the first name in a
 * form is nearly always theirs, the second is somebody else's, and a browser must not fill in the wrong person.
 */
export function onlyFirstAutocomplete(
  elements: readonly FormElement[],
): FormElement[] {
  return strip(elements, new Set());
}

function strip(
  elements: readonly FormElement[],
  used: Set<string>,
): FormElement[] {
  return elements.map((element) => {
    if (element.kind === "group")
      return { ...element, elements: strip(element.elements, used) };
    const { autocomplete, ...rest } = element;
    if (autocomplete === undefined) return element;
    if (used.has(autocomplete)) return rest;
    used.add(autocomplete);
    return element;
  });
}
