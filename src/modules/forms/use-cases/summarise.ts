import type { Locale } from "../../../platform/i18n/texts.ts";
import type { Answers, FileAnswer, Occurrence } from "../domain/answers.ts";
import {
  elementPath,
  isBlank,
  isFileAnswer,
  isGroupAnswer,
  occurrencePath,
  occurrencesOf,
} from "../domain/answers.ts";
import { fieldTypeOf } from "../field-types/field-types.ts";
import type {
  FormElement,
  FormGroup,
  FormPage,
  InputField,
} from "../domain/form-definition.ts";
import { isGivenField, isInputField, isRepeatable } from "../domain/visit.ts";
import type { EvaluatedForm } from "../rules/evaluate-form.ts";
import { formsTexts } from "../i18n/texts.ts";
import { pageTitle } from "./describe.ts";

/** Answers under one heading, as people read them: for the summary page, the receipt and the caseworker. */
export type SummarySection = {
  /** After the headings of groups around it that show nothing of their own: "Halter › Anschrift". */
  readonly heading: string;
  /** 1 for a page, deeper for groups in it. */
  readonly level: number;
  readonly pageKey: string;
  /** Path of the group's occurrence; empty for the page itself. */
  readonly path: string;
  /** Empty where an optional group was left out. */
  readonly entries: readonly SummaryEntry[];
};

export type SummaryEntry = {
  readonly label: string;
  /** One text per occurrence; empty when nothing was answered. */
  readonly values: readonly string[];
  /** Set for file fields, in the order of `values`. */
  readonly files?: readonly FileAnswer[];
  /** Nobody types it: it is worked out, or the form has it. */
  readonly isGiven?: true;
  /** Path of the first occurrence: name and id of its input on page `pageKey`. */
  readonly path: string;
  readonly pageKey: string;
};

/** What a summary is made of: pages, answers that count, and what is left out. */
export type Summarised = Pick<EvaluatedForm, "answers" | "hidden"> & {
  readonly pages: readonly FormPage[];
};

/** All pages with their answers in reading order, without what is hidden. Works on answers that are incomplete or wrong: then it shows them as typed. */
export function summarise(
  { pages, answers, hidden }: Summarised,
  locale: Locale,
): SummarySection[] {
  const sections = pages.flatMap((page) => {
    const place = {
      answers,
      hidden,
      parent: "",
      pageKey: page.key,
      level: 1,
      locale,
    };
    const [only] = page.elements;
    if (page.elements.length === 1 && only?.kind === "group")
      return summariseGroup(only, place);
    return sectionsOf(pageTitle(page, locale), page.elements, place);
  });
  return withHeadingsAround(withoutRepeated(sections), locale);
}

/** A group that is asked on several pages has one heading, unless it goes on with fields of its own. */
function withoutRepeated(
  sections: readonly SummarySection[],
): SummarySection[] {
  const seen = new Set<string>();
  return sections.filter(({ path, entries }) => {
    const isRepeated = path !== "" && seen.has(path);
    seen.add(path);
    return !isRepeated || entries.length > 0;
  });
}

/**
 * A group made of groups, or a choice, has nothing to show but its heading: it goes before those of what is inside, so that two persons'
 * addresses are told apart, and one reads which alternative was chosen.
 */
function withHeadingsAround(
  sections: readonly SummarySection[],
  locale: Locale,
): SummarySection[] {
  const separator = formsTexts(locale)("diff.place-separator");
  const around: { section: SummarySection; isShown: boolean }[] = [];
  return sections.flatMap((section, at) => {
    while (around.length > 0 && !isInside(section, around.at(-1)?.section))
      around.pop();
    const bare = around.slice(
      around.findLastIndex(({ isShown }) => isShown) + 1,
    );
    const outer = around.filter(({ isShown }) => !isShown).length;
    const isShown =
      section.path === "" ||
      section.entries.length > 0 ||
      !isInside(sections[at + 1], section);
    around.push({ section, isShown });
    if (!isShown) return [];
    const headings = [...bare.map((each) => each.section), section]
      .map(({ heading }) => heading)
      .filter((heading, index, all) => !saysNoMore(heading, all[index + 1]));
    return [
      {
        ...section,
        heading: headings.join(separator),
        level: section.level - outer,
      },
    ];
  });
}

/** The same again, or the question whose answer follows: "Bar oder Scheck" before "Scheck". */
function saysNoMore(heading: string, next: string | undefined): boolean {
  const alternatives = heading.split(/\s+(?:oder|or)\s+|\s*[,/]\s*/iu);
  return alternatives.some(
    (alternative) => alternative.toLowerCase() === next?.toLowerCase(),
  );
}

function isInside(
  section: SummarySection | undefined,
  outer: SummarySection | undefined,
): boolean {
  return (
    section !== undefined &&
    outer !== undefined &&
    section.level > outer.level &&
    (outer.path === "" || section.path.startsWith(`${outer.path}.`))
  );
}

type Place = {
  readonly answers: Answers;
  readonly hidden: ReadonlySet<string>;
  readonly parent: string;
  readonly pageKey: string;
  readonly level: number;
  readonly locale: Locale;
};

function isLeftOut(element: FormElement, { hidden, parent }: Place): boolean {
  return (
    hidden.has(elementPath(parent, element.key)) ||
    (element.kind === "field" && element.entry === "hidden")
  );
}

/** A section for the elements' own fields, followed by those of the groups among them. */
function sectionsOf(
  heading: string,
  elements: readonly FormElement[],
  place: Place,
): SummarySection[] {
  const entries: SummaryEntry[] = [];
  const inner: SummarySection[] = [];
  for (const element of elements) {
    if (isLeftOut(element, place)) continue;
    if (element.kind === "group") {
      const [first, ...rest] = summariseGroup(element, {
        ...place,
        level: place.level + 1,
      });
      // A group without a heading of its own reads as part of its parent.
      if (element.hideLabel) entries.push(...(first?.entries ?? []));
      else if (first) inner.push(first);
      inner.push(...rest);
    } else if (isInputField(element))
      entries.push(...entriesFor(element, place));
  }
  const own = {
    heading,
    level: place.level,
    pageKey: place.pageKey,
    path: place.parent,
    entries,
  };
  return [own, ...inner];
}

function summariseGroup(group: FormGroup, place: Place): SummarySection[] {
  const given = occurrencesOf(place.answers, group.key);
  const filled = given.flatMap((occurrence, index) =>
    isGroupAnswer(occurrence) && !isBlank(occurrence)
      ? [{ occurrence, index }]
      : [],
  );
  const path = occurrencePath(place.parent, group.key, 0);
  if (filled.length === 0 && group.cardinality.min === 0)
    return [
      {
        heading: group.label,
        level: place.level,
        pageKey: place.pageKey,
        path,
        entries: [],
      },
    ];
  const shown = filled.length === 0 ? [{ occurrence: {}, index: 0 }] : filled;
  return shown.flatMap(({ occurrence, index }, position) => {
    const heading = isRepeatable(group)
      ? formsTexts(place.locale)("field.numbered", {
          label: group.label,
          number: position + 1,
        })
      : group.label;
    return sectionsOf(heading, group.elements, {
      ...place,
      answers: occurrence,
      parent: occurrencePath(place.parent, group.key, index),
    });
  });
}

/** Nobody can fill in what is given: it is there, or there is nothing to say. */
function entriesFor(field: InputField, place: Place): SummaryEntry[] {
  const entry = entryFor(field, place);
  return entry.isGiven && entry.values.length === 0 ? [] : [entry];
}

function entryFor(field: InputField, place: Place): SummaryEntry {
  const given = occurrencesOf(place.answers, field.key).filter(
    (occurrence) => !isBlank(occurrence),
  );
  const files = given.filter(isFileAnswer);
  return {
    label: field.label,
    values: given.map((occurrence) =>
      showValue(field, occurrence, place.locale),
    ),
    ...(field.dataType === "file" ? { files } : {}),
    ...(isGivenField(field) ? { isGiven: true } : {}),
    path: occurrencePath(place.parent, field.key, 0),
    pageKey: place.pageKey,
  };
}

/** A stored value as people write it; what is not in its canonical form is shown as typed. */
function showValue(
  field: InputField,
  occurrence: Occurrence,
  locale: Locale,
): string {
  if (isFileAnswer(occurrence)) return occurrence.filename;
  return typeof occurrence === "string" && field.dataType !== "file"
    ? fieldTypeOf(field).show(field, occurrence, locale)
    : "";
}
