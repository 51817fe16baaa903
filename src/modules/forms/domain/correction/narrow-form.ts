import { elementPath } from "../answers.ts";
import type {
  FormDefinition,
  FormElement,
  FormGroup,
  FormPage,
} from "../form-definition.ts";
import { isGivenField, isInputField, isRepeatable } from "../visit.ts";

/** Path of an element: the keys from the outermost on, joined by dots. `G1.0.F2.0` stands at `G1.F2`. */
export function pathOfElement(occurrencePath: string): string {
  return occurrencePath
    .split(".")
    .filter((_, index) => index % 2 === 0)
    .join(".");
}

/** Opened or left closed as a whole: a field, and what repeats or is an alternative, which make sense together only. */
export type Openable = {
  readonly path: string;
  readonly element: FormElement;
  readonly page: FormPage;
  /** The group it stands in, where it has a heading of its own. */
  readonly group: FormGroup | undefined;
};

/** All that can be opened by itself, in the order of the form. */
export function listOpenables(definition: FormDefinition): Openable[] {
  return definition.pages.flatMap((page) =>
    openablesIn(page.elements, { parent: "", page, group: undefined }),
  );
}

function openablesIn(
  elements: readonly FormElement[],
  place: Pick<Openable, "page" | "group"> & { readonly parent: string },
): Openable[] {
  const { parent, page, group } = place;
  return elements.flatMap((element): Openable[] => {
    const path = elementPath(parent, element.key);
    if (element.kind === "group" && !isWhole(element))
      return openablesIn(element.elements, {
        page,
        parent: path,
        group: element.hideLabel ? group : element,
      });
    const isAsked =
      element.kind === "group" ||
      (isInputField(element) && !isGivenField(element));
    return isAsked ? [{ path, element, page, group }] : [];
  });
}

function isWhole(group: FormGroup): boolean {
  return isRepeatable(group) || group.choice === true;
}

/** What can be opened by itself and holds this place: the repeating group around a field, or the field. */
export function openableAt(
  openables: readonly Openable[],
  occurrencePath: string,
): Openable | undefined {
  const path = pathOfElement(occurrencePath);
  return openables.find((known) => isWithin(path, known.path));
}

/** What can be opened by itself within an element: the element, or what stands in a group. Nothing within what is opened as a whole only. */
export function openablesWithin(
  openables: readonly Openable[],
  around: string,
): readonly Openable[] {
  return openables.filter(({ path }) => isWithin(path, around));
}

const isWithin = (path: string, around: string) =>
  path === around || path.startsWith(`${around}.`);

/** The part of a form in which only these elements are asked, with all that is in them. Pages and groups around them stay. */
export function narrowForm(
  definition: FormDefinition,
  open: ReadonlySet<string>,
): FormDefinition {
  return {
    ...definition,
    pages: definition.pages.flatMap((page) => narrowPage(page, open)),
  };
}

function narrowPage(page: FormPage, open: ReadonlySet<string>): FormPage[] {
  const elements = narrowElements(page.elements, open, "");
  return elements.length === 0 ? [] : [{ ...page, elements }];
}

function narrowElements(
  elements: readonly FormElement[],
  open: ReadonlySet<string>,
  parent: string,
): FormElement[] {
  return elements.flatMap((element): FormElement[] => {
    const path = elementPath(parent, element.key);
    if (open.has(path)) return [element];
    if (element.kind === "field" || isWhole(element)) return [];
    const inner = narrowElements(element.elements, open, path);
    return inner.length === 0 ? [] : [{ ...element, elements: inner }];
  });
}

/** The form with a word before the help of some elements. */
export function withRemarks(
  definition: FormDefinition,
  remarks: ReadonlyMap<string, string>,
): FormDefinition {
  const remark = (element: FormElement, parent: string): FormElement => {
    const path = elementPath(parent, element.key);
    const said = remarks.get(path);
    const help = [said, element.help].filter(Boolean).join(" ");
    const shown = said === undefined ? element : { ...element, help };
    return shown.kind === "group"
      ? {
          ...shown,
          elements: shown.elements.map((inner) => remark(inner, path)),
        }
      : shown;
  };
  return {
    ...definition,
    pages: definition.pages.map((page) => ({
      ...page,
      elements: page.elements.map((element) => remark(element, "")),
    })),
  };
}
