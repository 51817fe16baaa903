import type {
  FormDefinition,
  FormElement,
  FreeTextRule,
} from "../domain/form-definition.ts";
import { soundsLikeSignature } from "../import/field-hints.ts";
import type { Supplement } from "../import/supplement.ts";

/**
 * What a reader of the exported document would miss, by element path; `read` is the form as it was read from it. Both have the same
 * elements in the same order.
 */
export function supplementsOf(
  form: FormDefinition,
  read: FormDefinition,
): ReadonlyMap<string, Supplement> {
  const supplements = new Map<string, Supplement>();
  collect(
    form.pages.flatMap(({ elements }) => elements),
    read.pages.flatMap(({ elements }) => elements),
    {
      prefix: "",
      supplements,
    },
  );
  const whole = formSupplement(form, read);
  if (Object.keys(whole).length > 0) supplements.set("", whole);
  return supplements;
}

function collect(
  elements: readonly FormElement[],
  read: readonly FormElement[],
  place: {
    readonly prefix: string;
    readonly supplements: Map<string, Supplement>;
  },
): void {
  for (const [index, element] of elements.entries()) {
    const other = read[index];
    if (!other) continue;
    const path = `${place.prefix}${element.key}`;
    const supplement = differences(element, other, ["elements", "source"]);
    const all = element.source ? supplement : { ...supplement, source: null };
    if (Object.keys(all).length > 0 || isDroppedWithout(element))
      place.supplements.set(path, all);
    if (element.kind === "group" && other.kind === "group")
      collect(element.elements, other.elements, {
        ...place,
        prefix: `${path}.`,
      });
  }
}

/** The provenance says which way the form came, so it may differ; of rules only the source's own details may. */
function formSupplement(
  form: FormDefinition,
  read: FormDefinition,
): Supplement {
  const pages = form.pages.map(({ elements, ...page }) => ({
    ...page,
    elements: elements.map(({ key }) => key),
  }));
  const isSamePages = isEqual(pages, pagesAsRead(pages, read));
  const isSameRules = isEqual(
    form.untranslatedRules.map(withoutDetails),
    read.untranslatedRules.map(withoutDetails),
  );
  return {
    ...differences(form, read, [
      "version",
      "provenance",
      "pages",
      "untranslatedRules",
    ]),
    ...(isSamePages ? {} : { pages }),
    ...(isSameRules ? {} : { untranslatedRules: form.untranslatedRules }),
  };
}

/** The pages the reader made, with the keys the elements get back from their supplements. */
function pagesAsRead(
  pages: readonly { readonly elements: readonly string[] }[],
  read: FormDefinition,
): unknown {
  const keys = pages.flatMap(({ elements }) => elements);
  const starts = read.pages.map((_, index) =>
    read.pages
      .slice(0, index)
      .reduce((sum, { elements }) => sum + elements.length, 0),
  );
  return read.pages.map(({ elements, ...page }, index) => {
    const start = starts[index] ?? 0;
    return { ...page, elements: keys.slice(start, start + elements.length) };
  });
}

function withoutDetails({ id, text, elementPath }: FreeTextRule) {
  return { id, text, elementPath };
}

function differences(
  value: object,
  read: object,
  except: readonly string[],
): Supplement {
  const [ours, theirs] = [
    new Map(Object.entries(value)),
    new Map(Object.entries(read)),
  ];
  const names = [...new Set([...ours.keys(), ...theirs.keys()])];
  return Object.fromEntries(
    names
      .filter((name) => !except.includes(name))
      .filter((name) => !isEqual(ours.get(name), theirs.get(name)))
      .map((name) => [name, ours.get(name) ?? null]),
  );
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The reader leaves these out, unless a supplement says that they belong here. */
function isDroppedWithout(element: FormElement): boolean {
  return (
    element.kind === "field" &&
    element.dataType === "label" &&
    (soundsLikeSignature(element.label) || element.content.trim() === "")
  );
}
