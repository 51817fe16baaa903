import type {
  FormDefinition,
  FormElement,
  FormField,
  FormPage,
  Option,
  TranslatedTexts,
} from "../../domain/form-definition.ts";
import { pathOf } from "../../domain/overlay/element-paths.ts";
import { ownProperty } from "../../domain/overlay/layers.ts";

/** Texts that stand at one place of a form, in German; by the place translations name. */
export type TextPlace = {
  readonly place: string;
  readonly label?: string | undefined;
  readonly help?: string | undefined;
  readonly content?: string | undefined;
  readonly example?: string | undefined;
  readonly unit?: string | undefined;
  readonly options?: readonly Option[] | undefined;
  readonly documents?: readonly string[] | undefined;
};

export type TextName = (typeof textNames)[number];

export const textNames = [
  "label",
  "help",
  "content",
  "example",
  "unit",
  "options",
  "documents",
] as const;

/** Texts that are translated on one page of the editor. */
export type TextPart = {
  /** Title of the page of the form; undefined for what is around its pages. */
  readonly title: string | undefined;
  readonly places: readonly TextPlace[];
};

/** All texts of a form: what is around its pages first, then page by page. */
export function textParts(definition: FormDefinition): readonly TextPart[] {
  return [
    { title: undefined, places: placesAround(definition) },
    ...definition.pages.map((page) => ({
      title: page.title ?? "",
      places: placesOfPage(page),
    })),
  ];
}

function placesAround({
  title,
  description,
  documents,
  precheck,
  checks = [],
}: FormDefinition): TextPlace[] {
  return [
    { place: "", label: title, help: description, documents },
    ...(precheck?.questions ?? []).map((question) =>
      placeOf(question, `precheck:${question.key}`),
    ),
    ...(precheck?.outcomes ?? []).map(({ text, link }, index) => ({
      place: `outcome:${String(index)}`,
      content: text,
      label: link?.label,
    })),
    ...checks.map(({ id, message }) => ({
      place: `check:${id}`,
      label: message,
    })),
  ];
}

function placesOfPage({ key, title, help, elements }: FormPage): TextPlace[] {
  const ofPage =
    title === undefined && help === undefined
      ? []
      : [{ place: `page:${key}`, label: title, help }];
  return [...ofPage, ...placesIn(elements, "")];
}

function placesIn(
  elements: readonly FormElement[],
  parent: string,
): TextPlace[] {
  return elements.flatMap((element) => {
    const path = pathOf(parent, element.key);
    return element.kind === "group"
      ? [placeOf(element, path), ...placesIn(element.elements, path)]
      : [placeOf(element, path)];
  });
}

function placeOf(element: FormElement, place: string): TextPlace {
  const { label, help } = element;
  return {
    place,
    label: label === "" ? undefined : label,
    help,
    ...(element.kind === "field" ? textsOfType(element) : {}),
  };
}

function textsOfType(field: FormField): Omit<TextPlace, "place"> {
  if (field.dataType === "select") return { options: field.options };
  if ("example" in field) return { example: field.example };
  if ("unit" in field) return { unit: field.unit };
  return "content" in field ? { content: field.content } : {};
}

/** What of a place is translated in a language; empty where nothing is. */
export function translatedAt(
  { translations }: Pick<FormDefinition, "translations">,
  place: string,
  language: string,
): TranslatedTexts {
  return ownProperty(ownProperty(translations, place), language) ?? {};
}

/** How many of the German texts there are in a language. */
export function countTranslated(
  definition: FormDefinition,
  parts: readonly TextPart[],
  language: string,
): { readonly done: number; readonly total: number } {
  const places = parts.flatMap((part) => part.places);
  const counts = places.map((german) => {
    const texts = translatedAt(definition, german.place, language);
    const names = textNames.filter((name) => german[name] !== undefined);
    const done = names.filter((name) => texts[name] !== undefined);
    return { total: names.length, done: done.length };
  });
  return {
    done: counts.reduce((sum, each) => sum + each.done, 0),
    total: counts.reduce((sum, each) => sum + each.total, 0),
  };
}

/** Languages with at least one text, after those every portal can show. */
export function languagesOf({
  translations = {},
}: FormDefinition): readonly string[] {
  const used = Object.values(translations).flatMap(Object.keys);
  return [...new Set(["de-simple", "en", ...used.toSorted()])];
}
