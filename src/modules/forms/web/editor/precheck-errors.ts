import type { Locale } from "../../../../platform/i18n/texts.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import type { OverlayFault } from "../../overlay-schema.ts";
import { describeRuleFinding } from "../../use-cases/describe-rules.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import type {
  OutcomeValues,
  PrecheckValues,
  QuestionValues,
} from "./precheck-values.ts";

/** What is missing or cannot be read, by id of the input. */
export function emptyInputs(
  { questions, outcomes }: PrecheckValues,
  locale: Locale,
): ReadonlyMap<string, string> {
  const t = editorTexts(locale);
  const errors = new Map<string, string>();
  if ((questions.length === 0) !== (outcomes.length === 0))
    errors.set("main", t("precheck.incomplete"));
  const names = questions.map(({ name }) => name);
  for (const [index, row] of questions.entries())
    for (const code of faultsOfQuestion(row, names.slice(0, index)))
      errors.set(`frage-${String(index)}-${code}`, t(`precheck.error.${code}`));
  for (const [index, row] of outcomes.entries())
    for (const code of faultsOfOutcome(row))
      errors.set(
        `ergebnis-${String(index)}-${code}`,
        t(`precheck.error.${code}`),
      );
  return errors;
}

function faultsOfQuestion(
  { frage, art, antworten, name, vorher }: QuestionValues,
  taken: readonly string[],
) {
  // One that came with the form may have signs that nobody should choose.
  const isName =
    /^[A-Za-z][A-Za-z0-9_]{0,99}$/.test(name) ||
    (name !== "" && name === vorher);
  return [
    frage === "" && ("frage" as const),
    art === "" && ("art" as const),
    art === "select" && antworten === "" && ("antworten" as const),
    (!isName || taken.includes(name)) && ("name" as const),
  ].filter((code) => code !== false);
}

function faultsOfOutcome(row: OutcomeValues) {
  const { wenn, ende, text, link } = row;
  return [
    wenn === "" && ("wenn" as const),
    ende === "" && ("ende" as const),
    text === "" && ("text" as const),
    link !== "" && row["link-text"] === "" && ("link-text" as const),
    link === "" && row["link-text"] !== "" && ("link" as const),
    link !== "" &&
      !/^(?:\/(?![/\\])|https:\/\/)/.test(link) &&
      ("link" as const),
  ].filter((code) => code !== false);
}

/** What the check of the overlay does not take although nothing is missing. */
export function faultsOf(
  faults: readonly OverlayFault[],
  locale: Locale,
): ReadonlyMap<string, string> {
  const t = editorTexts(locale);
  return new Map(
    faults.map(({ place }) => {
      const [, list, index = "", name = ""] = place.split(".");
      const id =
        list === "questions"
          ? `frage-${index}-${inputOfQuestion[name] ?? "frage"}`
          : `ergebnis-${index}-${name === "link" ? "link" : "wenn"}`;
      return [id, t("element.value-unreadable")] as const;
    }),
  );
}

const inputOfQuestion: Readonly<Record<string, string>> = {
  key: "name",
  options: "antworten",
  visibleWhen: "bedingung",
  dataType: "art",
};

/** What would be wrong with the rules then. */
export function errorsInRules(
  { report, definition }: OpenedForm,
  locale: Locale,
): ReadonlyMap<string, string> {
  const errors = new Map<string, string>();
  const keys = (definition.precheck?.questions ?? []).map(({ key }) => key);
  for (const finding of report.ruleFindings) {
    const { place, severity, code } = finding;
    const id =
      place.kind === "question"
        ? `frage-${String(keys.indexOf(place.at))}-bedingung`
        : place.kind === "outcome"
          ? `ergebnis-${String(Number(place.at) - 1)}-wenn`
          : code === "no-outcome" && "main";
    if (severity === "error" && typeof id === "string")
      errors.set(id, describeRuleFinding(definition, finding, locale));
  }
  return errors;
}
