import type { Locale } from "../../../platform/i18n/texts.ts";
import {
  listOpenables,
  openableAt,
  type Openable,
} from "../domain/correction/narrow-form.ts";
import type { EvaluatedForm } from "../rules/evaluate-form.ts";
import { pageTitle } from "./describe.ts";
import { summarise } from "./summarise.ts";

/** Something of a form that the applicant can be asked to correct or to add. */
export type Askable = {
  /** Path of the element. */
  readonly path: string;
  readonly label: string;
  readonly heading: string;
  /** What was answered; none where nothing was. */
  readonly values: readonly string[];
  /** A proof to upload. */
  readonly isFile: boolean;
};

/** What was asked in a form, in its order; without values that somebody else has confirmed. */
export function listAskable(
  form: EvaluatedForm,
  confirmed: readonly string[],
  locale: Locale,
): readonly Askable[] {
  const openables = listOpenables(form.definition);
  const closed = new Set(
    confirmed.map((path) => openableAt(openables, path)?.path),
  );
  const values = valuesOf(form, openables, locale);
  return openables
    .filter(({ path }) => !closed.has(path))
    .filter((openable) => !isLeftOut(form, openable))
    .map(({ path, element, page, group }) => ({
      path,
      label: element.label,
      heading: group?.label ?? pageTitle(page, locale),
      values: values.get(path) ?? [],
      isFile: element.kind === "field" && element.dataType === "file",
    }));
}

/** By a rule of its own, or of something around it. */
function isLeftOut(
  { hidden, hiddenPages }: EvaluatedForm,
  { path, page }: Openable,
): boolean {
  const keys = path.split(".");
  return (
    hiddenPages.has(page.key) ||
    keys.some((_, index) => hidden.has(keys.slice(0, index + 1).join(".0.")))
  );
}

/** Answers by what they are opened with. */
function valuesOf(
  form: EvaluatedForm,
  openables: readonly Openable[],
  locale: Locale,
): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, readonly string[]>();
  for (const { path, values: given } of summarise(form, locale).flatMap(
    ({ entries }) => entries,
  )) {
    const around = openableAt(openables, path)?.path;
    if (around !== undefined)
      values.set(around, [...(values.get(around) ?? []), ...given]);
  }
  return values;
}
