import type { FormElement } from "../form-definition.ts";

/** Path of an element in its parent: keys joined by dots. */
export function pathOf(parent: string, key: string): string {
  return parent === "" ? key : `${parent}.${key}`;
}

/** Paths of these elements and of everything in them, in reading order. */
export function listPaths(
  elements: readonly FormElement[],
  parent: string,
): string[] {
  return elements.flatMap((element) => {
    const path = pathOf(parent, element.key);
    return element.kind === "group"
      ? [path, ...listPaths(element.elements, path)]
      : [path];
  });
}

/** The element with this path, or undefined. */
export function findElement(
  elements: readonly FormElement[],
  path: string,
): FormElement | undefined {
  const [key, ...rest] = path.split(".");
  const element = elements.find((each) => each.key === key);
  if (rest.length === 0 || !element) return element;
  return element.kind === "group"
    ? findElement(element.elements, rest.join("."))
    : undefined;
}
