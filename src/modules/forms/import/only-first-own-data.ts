import type { FormElement, FormField } from "../domain/form-definition.ts";

/**
 * Keeps each autofill token and each prefill source only at its first field. `autocomplete` means the visitor's own data
 * (WCAG 1.3.5); the first name in a form is nearly always theirs, the second is somebody else's, and neither a browser nor the
 * account must fill in the wrong person.
 */
export function onlyFirstOwnData(
  elements: readonly FormElement[],
): FormElement[] {
  return strip(elements, new Set());
}

function strip(
  elements: readonly FormElement[],
  used: Set<string>,
): FormElement[] {
  return elements.map((element) =>
    element.kind === "group"
      ? { ...element, elements: strip(element.elements, used) }
      : withoutUsed(element, used),
  );
}

function withoutUsed(field: FormField, used: Set<string>): FormField {
  const { autocomplete, prefill, ...rest } = field;
  return {
    ...rest,
    ...(autocomplete !== undefined && isFirst(autocomplete, used)
      ? { autocomplete }
      : {}),
    ...(prefill && isFirst(prefill.source, used) ? { prefill } : {}),
  };
}

function isFirst(token: string, used: Set<string>): boolean {
  if (used.has(token)) return false;
  used.add(token);
  return true;
}
