import { withoutUndefined } from "../../../../platform/values/without-undefined.ts";
import type {
  FormDefinition,
  FormElement,
  FormPage,
} from "../form-definition.ts";
import { pageForEach, pagesFrom } from "../form-pages.ts";
import { inOrder } from "./in-order.ts";
import { ownProperty, textOver, type Layers, type Place } from "./layers.ts";
import type { Overlay, PageChange } from "./overlay.ts";

/** A page with the keys of what stands on it. */
type Sheet = Omit<FormPage, "elements"> & { readonly keys: readonly string[] };

/** The pages with these top-level elements: none is lost, none stands twice, a page without any goes. */
export function applyToPages(
  base: FormDefinition,
  elements: readonly FormElement[],
  layers: Layers,
): FormPage[] {
  const byKey = new Map(elements.map((element) => [element.key, element]));
  const sheets = movedElements(startingSheets(base, elements, layers), {
    layers,
    isKnown: (key) => byKey.has(key),
    wasKnown: (key) =>
      base.pages.some((page) =>
        page.elements.some((element) => element.key === key),
      ),
  });
  const pages = sheets.flatMap(({ keys, ...page }) => {
    const standing = keys.flatMap((key) => byKey.get(key) ?? []);
    return standing.length === 0
      ? []
      : [{ ...withTexts(page, layers), elements: standing }];
  });
  for (const key of layers.keysOf((overlay) => overlay.pages))
    if (!sheets.some((sheet) => sheet.key === key))
      layers.report("page-unknown", atPage(key));
  return inOrder(
    pages,
    layers.nearest(({ pageOrder }) => pageOrder) ?? [],
    (key) => layers.report("order-unknown", atOrder, { key }),
  );
}

const atOrder: Place = { place: "", read: ({ pageOrder }) => pageOrder };

function startingSheets(
  { pages }: FormDefinition,
  elements: readonly FormElement[],
  layers: Layers,
): Sheet[] {
  const layout = layers.nearest((overlay) => overlay.layout);
  if (layout === undefined) return pages.map(sheetOf);
  const made =
    layout === "per-group" ? pagesFrom(elements) : pageForEach(elements);
  // Nothing but text to read: there is no question to make a page of.
  return (made.length > 0 ? made : pages).map(sheetOf);
}

function sheetOf({ elements, ...page }: FormPage): Sheet {
  return { ...page, keys: elements.map(({ key }) => key) };
}

type Move = {
  readonly layers: Layers;
  readonly isKnown: (key: string) => boolean;
  /** Also of those that were dropped. */
  readonly wasKnown: (key: string) => boolean;
};

/** Each page takes what it lists from where it stood. The nearest authority moves last, so an element ends where it says. */
function movedElements(
  sheets: readonly Sheet[],
  { layers, isKnown, wasKnown }: Move,
): Sheet[] {
  const moves = layers
    .keysOf(({ pages }) => pages)
    .flatMap((key) => {
      const read = ofPage(key, (change) => change.elements);
      const keys = layers.nearest(read);
      return keys ? [{ key, keys, position: layers.positionOf(read) }] : [];
    })
    .sort((one, other) => one.position - other.position);
  let moved = [...sheets];
  for (const { key, keys } of moves) {
    for (const each of keys)
      if (!wasKnown(each))
        layers.report("page-element-unknown", atPage(key), { element: each });
    moved = withMove(moved, key, [...new Set(keys.filter(isKnown))]);
  }
  return moved;
}

function withMove(
  sheets: readonly Sheet[],
  pageKey: string,
  listed: readonly string[],
): Sheet[] {
  const others = (keys: readonly string[]) =>
    keys.filter((key) => !listed.includes(key));
  const left = sheets.map((sheet) => ({
    ...sheet,
    keys:
      sheet.key === pageKey
        ? [...listed, ...others(sheet.keys)]
        : others(sheet.keys),
  }));
  return sheets.some(({ key }) => key === pageKey)
    ? left
    : [...left, { key: pageKey, keys: listed }];
}

function withTexts(
  page: Omit<FormPage, "elements">,
  layers: Layers,
): Omit<FormPage, "elements"> {
  const said = (read: (change: PageChange) => string | null | undefined) =>
    layers.nearest(ofPage(page.key, read));
  return withoutUndefined({
    key: page.key,
    title: textOver(
      said(({ title }) => title),
      page.title,
    ),
    help: textOver(
      said(({ help }) => help),
      page.help,
    ),
    visibleWhen: textOver(
      said(({ visibleWhen }) => visibleWhen),
      page.visibleWhen,
    ),
  });
}

function ofPage<Value>(
  key: string,
  read: (change: PageChange) => Value | null | undefined,
): (overlay: Overlay) => Value | null | undefined {
  return ({ pages }) => {
    const change = ownProperty(pages, key);
    return change === null ? null : change && read(change);
  };
}

function atPage(key: string): Place {
  return {
    place: `page:${key}`,
    read: ({ pages }) => ownProperty(pages, key),
  };
}
