import type { FormDefinition } from "../../domain/form-definition.ts";
import { findElement, listPaths } from "../../domain/overlay/element-paths.ts";
import type { Option } from "../../../../ui/select.ts";

/** All groups and fields of a form to choose from, by the words that stand there: `Hund › Rasse`. Paths where words are not enough. */
export function elementOptions({ pages }: FormDefinition): Option[] {
  const elements = pages.flatMap((page) => page.elements);
  const options = listPaths(elements, "").map((path) => ({
    value: path,
    label: labelsOf(path, (above) => findElement(elements, above)?.label ?? ""),
  }));
  const counts = new Map<string, number>();
  for (const { label } of options)
    counts.set(label, (counts.get(label) ?? 0) + 1);
  return options.map(({ value, label }) => ({
    value,
    label:
      label === "" || (counts.get(label) ?? 0) > 1
        ? `${label} (${value})`.trim()
        : label,
  }));
}

/** Groups without a heading of their own are left out. */
function labelsOf(path: string, labelOf: (path: string) => string): string {
  const keys = path.split(".");
  return keys
    .map((_, index) => labelOf(keys.slice(0, index + 1).join(".")))
    .filter((label) => label !== "")
    .join(" › ");
}
