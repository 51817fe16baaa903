import type {
  FormDefinition,
  FormElement,
  FormGroup,
  FormPage,
} from "./form-definition.ts";
import { isInputField, isRepeatable } from "./visit.ts";

/** A page as it is asked: the whole page of the form, or a part of a long one. */
export type ShownPage = FormPage & {
  /** Key of the page in the form that this is, or is a part of. */
  readonly wholeKey: string;
  /** From 2, on a part called like one before. */
  readonly part?: number;
};

/** More to type on one page tires; released schemas have pages with a hundred fields. */
const manyFields = 15;

const shown = new WeakMap<FormDefinition, readonly ShownPage[]>();

/**
 * The pages in the order they are asked. A page with more than 15 fields is asked in parts, cut where a group begins or ends; each part
 * takes up to 15 fields, more only where there is no group to cut at. What repeats and what is an alternative stays whole. The groups
 * around a part stay around it, so a field has the same path on every page. The first part keeps the key and title of the page.
 *
 * What repeats stays whole however long it is (80 fields for each partner in S00000009): pages are those of the form, the same for all
 * who fill it in, and their place is their address. A page for each occurrence would depend on the answers, and with it the addresses
 * of all pages behind, the list of steps and the buttons that move an occurrence while another tab shows it.
 */
export function shownPages(definition: FormDefinition): readonly ShownPage[] {
  const known = shown.get(definition);
  if (known) return known;
  const pages = definition.pages.flatMap(cutPage);
  shown.set(definition, pages);
  return pages;
}

/** The page with this key, or undefined. */
export function findPage(
  definition: FormDefinition,
  pageKey: string,
): ShownPage | undefined {
  return shownPages(definition).find((page) => page.key === pageKey);
}

/** Groups that are alone in what is around them, from the outermost. */
export function lonelyGroups(elements: readonly FormElement[]): FormGroup[] {
  const [only] = elements;
  if (elements.length !== 1 || only?.kind !== "group" || isRepeatable(only))
    return [];
  return [only, ...(only.choice ? [] : lonelyGroups(only.elements))];
}

function cutPage(page: FormPage): ShownPage[] {
  const [first, ...later] = cutElements(page.elements);
  const { key, help: _help, ...rest } = page;
  return numbered([
    { ...page, wholeKey: key, elements: first ?? page.elements },
    ...later.map((elements) => ({
      ...rest,
      ...nameOf(page, elements),
      wholeKey: key,
      elements,
    })),
  ]);
}

function numbered(pages: readonly ShownPage[]): ShownPage[] {
  const counts = new Map<string | undefined, number>();
  return pages.map((page) => {
    const part = (counts.get(page.title) ?? 0) + 1;
    counts.set(page.title, part);
    return part === 1 ? page : { ...page, part };
  });
}

function cutElements(elements: readonly FormElement[]): FormElement[][] {
  if (countFields(elements) <= manyFields) return [[...elements]];
  const parts: FormElement[][] = [];
  let part: FormElement[] = [];
  for (const atom of atomsOf(elements)) {
    const isFull = countFields([...part, ...atom]) > manyFields;
    if (isFull && countFields(part) > 0) {
      parts.push(part);
      part = [];
    }
    part.push(...atom);
  }
  return [...parts, part];
}

/** What stays together: fields side by side, and each group with the text before it. */
function atomsOf(elements: readonly FormElement[]): FormElement[][] {
  const atoms: FormElement[][] = [];
  let run: FormElement[] = [];
  for (const element of elements) {
    if (element.kind === "field") {
      run.push(element);
      continue;
    }
    const asked = run.findLastIndex(isInputField) + 1;
    const [before, text] = [run.slice(0, asked), run.slice(asked)];
    const [first, ...others] = cutGroup(element);
    if (before.length > 0) atoms.push(before);
    atoms.push([...text, first], ...others.map((part) => [part]));
    run = [];
  }
  return run.length > 0 ? [...atoms, run] : atoms;
}

/** The group, once for each of its parts. */
function cutGroup(group: FormGroup): [FormGroup, ...FormGroup[]] {
  if (isRepeatable(group) || group.choice) return [group];
  const [first, ...others] = cutElements(group.elements);
  const { help: _help, ...later } = group;
  return [
    { ...group, elements: first ?? group.elements },
    ...others.map((elements) => ({ ...later, elements })),
  ];
}

function countFields(elements: readonly FormElement[]): number {
  return elements.reduce((sum, element) => {
    const inner =
      element.kind === "group"
        ? countFields(element.elements)
        : Number(isInputField(element) && element.entry !== "hidden");
    return sum + inner * Math.max(element.cardinality.min, 1);
  }, 0);
}

// Longer ones are no heading any more.
const longestTitle = 60;

/** Key and title of a further part. One with a few groups is named after these, one inside a group after that. */
function nameOf(
  page: FormPage,
  elements: readonly FormElement[],
): Pick<FormPage, "key" | "title"> {
  const around = lonelyGroups(elements);
  const inner = around.at(-1)?.elements ?? elements;
  const begin = [...around, ...inner.slice(0, 1)].map(({ key }) => key);
  const title =
    around.length > 1
      ? around.findLast(({ hideLabel }) => hideLabel !== true)?.label
      : (namesOf(inner) ?? page.title);
  return {
    key: [page.key, ...begin].join("_"),
    ...(title === undefined ? {} : { title }),
  };
}

function namesOf(elements: readonly FormElement[]): string | undefined {
  const groups = elements.filter((element) => element.kind === "group");
  const names = groups.map(({ label }) => label).join(", ");
  const areAll = elements.every(
    (element) => !isInputField(element) && !hidesLabel(element),
  );
  return areAll && names.length <= longestTitle ? names : undefined;
}

function hidesLabel(element: FormElement): boolean {
  return element.kind === "group" && element.hideLabel === true;
}
