import { withoutUndefined } from "../../../../platform/values/without-undefined.ts";
import type { FormField, Precheck } from "../../domain/form-definition.ts";
import { baseOf, typeOf } from "../../domain/overlay/field-type.ts";
import { newTypeDefaults, optionLines, readOptions } from "./type-values.ts";

/** Inputs of a question by what stands in their names after `frage-0-`. */
export type QuestionValues = Readonly<
  Record<
    | "frage"
    | "hilfe"
    | "art"
    | "antworten"
    | "bedingung"
    | "name"
    /** The name it had when the page was made. */
    | "vorher",
    string
  >
>;

/** The same of an outcome, after `ergebnis-0-`. */
export type OutcomeValues = Readonly<
  Record<"wenn" | "ende" | "text" | "link-text" | "link", string>
>;

/** What stands in the inputs of the page. */
export type PrecheckValues = {
  readonly questions: readonly QuestionValues[];
  readonly outcomes: readonly OutcomeValues[];
};

export const newQuestion = (number: number): QuestionValues => ({
  frage: "",
  hilfe: "",
  art: "boolean",
  antworten: "",
  bedingung: "",
  name: `frage${String(number)}`,
  vorher: "",
});

export const newOutcome: OutcomeValues = {
  wenn: "",
  ende: "can-apply",
  text: "",
  "link-text": "",
  link: "",
};

/** The inputs as they are first shown. */
export function storedPrecheck(precheck: Precheck | undefined): PrecheckValues {
  return {
    questions: (precheck?.questions ?? []).map((question) => ({
      frage: question.label,
      hilfe: question.help ?? "",
      art: question.dataType,
      antworten:
        question.dataType === "select" ? optionLines(question.options) : "",
      bedingung: question.visibleWhen ?? "",
      name: question.key,
      vorher: question.key,
    })),
    outcomes: (precheck?.outcomes ?? []).map(({ when, kind, text, link }) => ({
      wenn: when,
      ende: kind,
      text,
      "link-text": link?.label ?? "",
      link: link?.href ?? "",
    })),
  };
}

/** More than anybody would ask before a form; keeps a forged request from growing the page. */
const maxRows = 50;

/** What a request brings. */
export function readPrecheck(fields: URLSearchParams): PrecheckValues {
  return {
    questions: rowsOf(fields, "frage", "frage").map((value) => ({
      frage: value("frage"),
      hilfe: value("hilfe"),
      art: value("art"),
      antworten: value("antworten"),
      bedingung: value("bedingung"),
      name: value("name"),
      vorher: value("vorher"),
    })),
    outcomes: rowsOf(fields, "ergebnis", "wenn").map((value) => ({
      wenn: value("wenn"),
      ende: value("ende"),
      text: value("text"),
      "link-text": value("link-text"),
      link: value("link"),
    })),
  };
}

/** A reader of each row; the input `first` is in every one. */
function rowsOf(
  fields: URLSearchParams,
  kind: string,
  first: string,
): ((name: string) => string)[] {
  const rows: ((name: string) => string)[] = [];
  for (let number = 0; number < maxRows; number += 1) {
    const prefix = `${kind}-${String(number)}`;
    if (!fields.has(`${prefix}-${first}`)) break;
    rows.push((name) => (fields.get(`${prefix}-${name}`) ?? "").trim());
  }
  return rows;
}

/** The pre-check that was typed; unchecked. What a question has beyond its inputs stays while its type does. */
export function precheckOf(
  { questions, outcomes }: PrecheckValues,
  before: Precheck | undefined,
): unknown {
  return {
    questions: questions.map((row) =>
      questionOf(
        row,
        before?.questions.find(({ key }) => key === row.vorher),
      ),
    ),
    outcomes: outcomes.map(outcomeOf),
  };
}

function questionOf(row: QuestionValues, before: FormField | undefined) {
  const type =
    before?.dataType === row.art
      ? typeOf(before)
      : { ...newTypeDefaults[row.art], dataType: row.art };
  return withoutUndefined({
    ...(before
      ? baseOf(before)
      : { kind: "field", cardinality: { min: 1, max: 1 } }),
    ...type,
    ...(row.art === "select" ? { options: readOptions(row.antworten) } : {}),
    key: row.name,
    label: row.frage,
    help: row.hilfe === "" ? undefined : row.hilfe,
    visibleWhen: row.bedingung === "" ? undefined : row.bedingung,
  });
}

function outcomeOf(row: OutcomeValues): Record<string, unknown> {
  return withoutUndefined({
    when: row.wenn,
    kind: row.ende,
    text: row.text,
    link:
      row.link === "" ? undefined : { label: row["link-text"], href: row.link },
  });
}
