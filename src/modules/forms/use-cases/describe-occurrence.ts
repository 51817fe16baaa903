import type { Locale } from "../../../platform/i18n/texts.ts";
import type { FieldError, ValueProblem } from "../domain/field-error.ts";
import type { FormDefinition } from "../domain/form-definition.ts";
import { findElement } from "../domain/overlay/element-paths.ts";
import { isInputField, isRepeatable } from "../domain/visit.ts";
import { missingProblem, mistakesIn } from "../field-types/field-types.ts";
import { formsTexts } from "../i18n/texts.ts";
import { describeFieldError } from "./describe.ts";

/** An occurrence in words: `G1.1.F2.0` is `Hund 2 › Rasse`, `page:<key>` the title of the page. The path itself where nothing is there. */
export function describeOccurrence(
  { pages }: FormDefinition,
  path: string,
): string {
  const page = /^page:(.+)$/.exec(path)?.[1];
  if (page !== undefined)
    return pages.find(({ key }) => key === page)?.title ?? page;
  const elements = pages.flatMap((each) => each.elements);
  const steps = path.split(".");
  const keys = steps.filter((_, index) => index % 2 === 0);
  const labels = keys.map((_, depth) => {
    const element = findElement(elements, keys.slice(0, depth + 1).join("."));
    const number = steps[2 * depth + 1];
    return element && isRepeatable(element) && number !== undefined
      ? `${element.label} ${String(Number(number) + 1)}`
      : element?.label;
  });
  if (labels.includes(undefined)) return path;
  const words = labels.filter((label) => label !== "").join(" › ");
  return words === "" ? path : words;
}

/** What an applicant reads, with where. */
export function describePlacedError(
  definition: FormDefinition,
  error: FieldError,
  locale: Locale,
): string {
  return formsTexts(locale)("example.error-at", {
    place: describeOccurrence(definition, error.path),
    text: describeFieldError(error, locale),
  });
}

/** An error by its name in an example (`G1.0.F2.0 required`), whether it occurs or not. */
export function describeExpectedError(
  definition: FormDefinition,
  name: string,
  locale: Locale,
): string {
  const t = formsTexts(locale);
  const [path = "", code = ""] = name.split(" ", 2);
  const place = describeOccurrence(definition, path);
  const checkId = /^check:(.+)$/.exec(code)?.[1];
  if (checkId !== undefined) {
    const check = definition.checks?.find(({ id }) => id === checkId);
    return t("example.error-at", { place, text: check?.message ?? checkId });
  }
  const problem = findProblem(definition, path, code);
  // Of a file, what is wrong is known only when it is there.
  if (!problem) return t("example.error-other", { place, code });
  const label = place.split(" › ").at(-1) ?? place;
  const params = { ...problem.params, ...ofTyped(problem.params) };
  return t("example.error-at", {
    place,
    text: describeFieldError(
      { path, code, label, params, pageKey: "" },
      locale,
    ),
  });
}

/** What the field there may say, with the limits that it names. */
function findProblem(
  { pages }: FormDefinition,
  path: string,
  code: string,
): ValueProblem | undefined {
  const elements = pages.flatMap((page) => page.elements);
  const keys = path.split(".").filter((_, index) => index % 2 === 0);
  const field = findElement(elements, keys.join("."));
  if (!field || !isInputField(field)) return undefined;
  const problems = [missingProblem(field), ...mistakesIn(field)];
  return problems.find((problem) => problem.code === code);
}

/** What a message says of what was typed is not known before. */
function ofTyped(params: ValueProblem["params"] = {}) {
  return Object.fromEntries(
    ["length", "character", "point"]
      .filter((name) => name in params)
      .map((name) => [name, "…"]),
  );
}
