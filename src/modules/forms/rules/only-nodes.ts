import type { FormIndex, Node } from "./analysis/form-index.ts";
import type { RuleElement, RuleForm } from "./engine/rule-form.ts";

/** The part of a form that matters: it may have hundreds of fields. Checks are left out. */
export function onlyNodes(
  form: RuleForm,
  { byPath }: FormIndex,
  nodes: ReadonlySet<Node>,
): RuleForm {
  const kept = (elements: readonly RuleElement[], parent: string) =>
    elements.flatMap((element): RuleElement[] => {
      const path = parent === "" ? element.key : `${parent}.${element.key}`;
      const node = byPath.get(path);
      if (!node || !nodes.has(node)) return [];
      return element.kind === "group"
        ? [{ ...element, elements: kept(element.elements, path) }]
        : [element];
    });
  return {
    pages: form.pages.map((page) => ({
      ...page,
      elements: kept(page.elements, ""),
    })),
    checks: [],
  };
}
