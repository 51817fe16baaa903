import type { Locale } from "../../../platform/i18n/texts.ts";
import {
  groupAnswers,
  occurrencesOf,
  prefillKey,
  type Answers,
} from "../domain/answers.ts";
import type {
  AccountSource,
  FormDefinition,
  FormField,
  SelectField,
} from "../domain/form-definition.ts";
import {
  ownGroups,
  ownPlaces,
  type OwnPlace,
} from "../domain/own-data/own-places.ts";
import { answerAt, setAnswers } from "../domain/own-data/set-answers.ts";
import { findPage } from "../domain/shown-pages.ts";
import { isGivenField, isInputField } from "../domain/visit.ts";
import { fieldTypeOf } from "../field-types/field-types.ts";
import { checkValue } from "./field-value.ts";

/** What an account knows, and of whom. Fields about the applicant get only what is of the party that applies, never of whoever acts for it. */
export type OwnData = {
  readonly party: "person" | "organisation";
  readonly values: ReadonlyMap<AccountSource, string>;
};

/** A value of the account in a field of the form. */
export type PlacedValue = {
  readonly path: string;
  readonly field: FormField;
  readonly source: AccountSource;
  /** In the field's canonical form. */
  readonly value: string;
};

type Day = { readonly today: string };

/** True where the form asks for something that an account could know of the applicant. */
export function asksOwnData(definition: FormDefinition): boolean {
  return ownPlaces(definition).length > 0;
}

/** True where a page has fields that an account could fill in, by itself or on request. */
export function asksOwnDataOn(
  definition: FormDefinition,
  pageKey: string,
  answers: Answers,
): boolean {
  const keys = findPage(definition, pageKey)?.elements.map(({ key }) => key);
  return (
    ownPlaces(definition).some(({ path }) =>
      keys?.includes(path.split(".", 1)[0] ?? ""),
    ) || ownGroups(definition, pageKey, answers).length > 0
  );
}

/** The applicant's own data in the fields about the applicant. A value that its field would not take is left out: nobody could correct it. */
export function placeOwnData(
  definition: FormDefinition,
  own: OwnData & Day,
): readonly PlacedValue[] {
  return placed(ownPlaces(definition), own);
}

type Offering = OwnData &
  Day & {
    readonly answers: Answers;
    /** The values are of somebody who acts for the applicant: then the fields about the applicant are not theirs. */
    readonly isOfActor?: boolean;
  };

/** Groups of a page that one's own data would change something in, with what would be put in. */
export function offerOwnData(
  definition: FormDefinition,
  pageKey: string,
  { answers, isOfActor = false, ...own }: Offering,
): readonly {
  readonly path: string;
  readonly values: readonly PlacedValue[];
}[] {
  const notTheirs = new Set(
    isOfActor ? ownPlaces(definition).map(({ path }) => path) : [],
  );
  return ownGroups(definition, pageKey, answers).flatMap(({ path, places }) => {
    const values = placed(places, own).filter(
      (each) => !isGivenField(each.field) && !notTheirs.has(each.path),
    );
    const isNew = values.some(
      (each) => answerAt(answers, each.path) !== each.value,
    );
    return isNew ? [{ path, values }] : [];
  });
}

/** A placed value as people write it. */
export function showPlaced(
  { field, value }: Pick<PlacedValue, "field" | "value">,
  locale: Locale,
): string {
  return isInputField(field) && field.dataType !== "file"
    ? fieldTypeOf(field).show(field, value, locale)
    : value;
}

/** Answers with these values, over what stands there or only where nothing does; fields nobody types get theirs where rules look for it. */
export function fillIn(
  answers: Answers,
  values: readonly PlacedValue[],
  where: "everywhere" | "where-blank",
): Answers {
  const typed = values.filter(({ field }) => !isGivenField(field));
  const given = values.filter(({ field }) => isGivenField(field));
  const filled = setAnswers(answers, typed, where);
  if (given.length === 0) return filled;
  const found = {
    ...groupAnswers(occurrencesOf(filled, prefillKey)[0]),
    ...Object.fromEntries(given.map(({ source, value }) => [source, [value]])),
  };
  return { ...filled, [prefillKey]: [found] };
}

/** Answers without what the account had put into fields that nobody types. */
export function withoutGivenOwnData(answers: Answers): Answers {
  const given = groupAnswers(occurrencesOf(answers, prefillKey)[0]);
  const kept = Object.entries(given).filter(
    ([source]) => !source.startsWith("account."),
  );
  if (kept.length === Object.keys(given).length) return answers;
  return { ...answers, [prefillKey]: [Object.fromEntries(kept)] };
}

function placed(
  places: readonly OwnPlace[],
  { party, values, today }: OwnData & Day,
): PlacedValue[] {
  return places.flatMap(({ path, field, source, about }) => {
    if (about !== "either" && about !== party) return [];
    const text = textFor(source, values);
    const value = text === undefined ? undefined : fit(field, text, today);
    return value === undefined ? [] : [{ path, field, source, value }];
  });
}

const partsOfDay: Partial<Record<AccountSource, number>> = {
  "account.year-of-birth": 1,
  "account.month-of-birth": 2,
  "account.day-of-birth": 3,
};

function textFor(
  source: AccountSource,
  values: OwnData["values"],
): string | undefined {
  const part = partsOfDay[source];
  if (part === undefined) return values.get(source);
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(
    values.get("account.date-of-birth") ?? "",
  );
  return day?.[part] === undefined ? undefined : String(Number(day[part]));
}

/** As the field stores it; undefined where it does not fit. */
function fit(
  field: FormField,
  text: string,
  today: string,
): string | undefined {
  if (!isInputField(field) || field.dataType === "file") return undefined;
  const value =
    field.dataType === "select"
      ? codeOf(field, text)
      : fieldTypeOf(field).read(
          field,
          (suffix = "") => (suffix === "" ? text : ""),
          today,
        );
  return value === "" || checkValue(field, value, today) ? undefined : value;
}

/** Providers say codes or words. */
function codeOf({ options }: SelectField, text: string): string {
  const said = text.trim().toLowerCase();
  return (
    options.find(
      ({ code, label }) =>
        code.toLowerCase() === said || label.trim().toLowerCase() === said,
    )?.code ?? ""
  );
}
