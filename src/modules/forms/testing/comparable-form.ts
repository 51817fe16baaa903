import type { FormDefinition, FormElement } from "../domain/form-definition.ts";

/**
 * A form without what says which way it came: provenance, version, the source of each element and the details of rules. Two forms that
 * are equal this way ask, check and show the same.
 */
export function comparableForm(definition: FormDefinition): unknown {
  const { version, provenance, untranslatedRules, ...form } = definition;
  return {
    ...form,
    pages: form.pages.map((page) => ({
      ...page,
      elements: page.elements.map(withoutSource),
    })),
    untranslatedRules: untranslatedRules.map(({ id, text, elementPath }) => ({
      id,
      text,
      elementPath,
    })),
  };
}

function withoutSource({ source, ...element }: FormElement): unknown {
  return element.kind === "group"
    ? { ...element, elements: element.elements.map(withoutSource) }
    : element;
}
