import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { accordion } from "../../../ui/accordion.ts";
import { alert } from "../../../ui/alert.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button } from "../../../ui/button.ts";
import { checkbox } from "../../../ui/checkbox.ts";
import { dateInput, type DateParts } from "../../../ui/date-input.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { fieldset } from "../../../ui/fieldset.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { textInput } from "../../../ui/text-input.ts";
import { textarea } from "../../../ui/textarea.ts";
import { longestItemText } from "../domain/correction-request.ts";
import { longestNote } from "../domain/note.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { AskableField } from "../ports.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** Names of the form's fields. */
export const askFields = {
  item: "feld",
  /** Followed by the path. */
  itemText: "hinweis.",
  text: "text",
  answerBy: "frist",
  position: "gesehen",
} as const;

export type AskProblem =
  | { readonly kind: "nothing-chosen" | "note-too-long" | "changed-meanwhile" }
  | { readonly kind: "day-wrong" | "day-in-past" }
  | { readonly kind: "item-text-too-long"; readonly path: string };

/** What was typed and what is wrong with it. */
export type AskInput = {
  readonly chosen: ReadonlyMap<string, string>;
  readonly text: string;
  readonly answerBy: DateParts;
  readonly problem?: AskProblem | undefined;
};

export type AskCorrectionPageProps = {
  readonly vorgang: Vorgang;
  readonly askable: readonly AskableField[];
  readonly input: AskInput;
  readonly locale: Locale;
};

/** The fields of the form to tick, a word for each, a word about all of it, and a day. */
export function askCorrectionPage(props: AskCorrectionPageProps): Page {
  const { vorgang, input, locale } = props;
  const t = vorgaengeTexts(locale);
  const errors = errorsOf(props);
  const title = t("ask.title");
  return page({
    status: statusOf(input),
    title: input.problem ? t("step.error-title", { title }) : title,
    section: vorgaengePaths.queue,
    scripts: errors.length > 0 ? ["focus-error-summary"] : [],
    main: html`${backLink({ label: t("ask.back"), href: vorgaengePaths.vorgang(vorgang.id) })}
    ${errorSummary({ errors, locale })}
    ${
      input.problem?.kind === "changed-meanwhile" &&
      alert({
        kind: "warning",
        title: t("step.changed.title"),
        body: t("step.changed.body"),
        isRefusal: true,
      })
    }
    ${pageHeading({
      title,
      preline: `${vorgang.leistungTitle}, ${vorgang.reference}`,
      lead: t("ask.lead"),
    })}
    ${form(props)}`,
  });
}

function statusOf({ problem }: AskInput): number {
  if (!problem) return 200;
  return problem.kind === "changed-meanwhile" ? 409 : 422;
}

function errorsOf({
  askable,
  input: { problem },
  locale,
}: AskCorrectionPageProps): readonly { fieldId: string; text: string }[] {
  const text = problem && errorText(problem, locale);
  if (!problem || text === undefined) return [];
  const first = askable[0]?.path ?? "";
  const fieldIds: Partial<Record<AskProblem["kind"], string>> = {
    "nothing-chosen": boxId(first),
    "note-too-long": askFields.text,
  };
  const fieldId =
    "path" in problem
      ? `${askFields.itemText}${problem.path}`
      : (fieldIds[problem.kind] ?? askFields.answerBy);
  return [{ fieldId, text }];
}

function errorText(problem: AskProblem, locale: Locale): string | undefined {
  const t = vorgaengeTexts(locale);
  switch (problem.kind) {
    case "changed-meanwhile":
      return undefined;
    case "note-too-long":
      return t("step.note-too-long", { count: longestNote });
    case "item-text-too-long":
      return t("step.note-too-long", { count: longestItemText });
    case "nothing-chosen":
    case "day-wrong":
    case "day-in-past":
      return t(`ask.error.${problem.kind}`);
  }
}

const boxId = (path: string) => `${askFields.item}.${path}`;

function form(props: AskCorrectionPageProps): SafeHtml {
  const { vorgang, askable, input, locale } = props;
  const t = vorgaengeTexts(locale);
  const problem = input.problem?.kind;
  const error = input.problem && errorText(input.problem, locale);
  const isDay = problem === "day-wrong" || problem === "day-in-past";
  const groups = [...Map.groupBy(askable, ({ heading }) => heading)];
  return html`<form
    method="post"
    action="${vorgaengePaths.ask(vorgang.id)}"
    novalidate
  >
    <input
      type="hidden"
      name="${askFields.position}"
      value="${vorgang.lastPosition}"
    />
    ${groups.map(([heading, fields], index) =>
      fieldset({
        id: `gruppe-${String(index)}`,
        label: heading,
        error: index === 0 && problem === "nothing-chosen" ? error : undefined,
        locale,
        body: fields.map((field) => askableField(field, props)),
      }),
    )}
    ${textarea({
      name: askFields.text,
      label: t("ask.text.label"),
      hint: t("ask.text.hint"),
      isOptional: true,
      value: input.text,
      error: problem === "note-too-long" ? error : undefined,
      locale,
    })}
    ${dateInput({
      name: askFields.answerBy,
      label: t("ask.answer-by.label"),
      isOptional: true,
      value: input.answerBy,
      error: isDay ? error : undefined,
      locale,
    })}
    ${button({ label: t("ask.submit") })}
  </form>`;
}

function askableField(
  { path, label, values, isFile }: AskableField,
  { input, locale }: AskCorrectionPageProps,
): SafeHtml {
  const t = vorgaengeTexts(locale);
  const text = input.chosen.get(path);
  const { problem } = input;
  const isWrong =
    problem?.kind === "item-text-too-long" && problem.path === path;
  const shown = values.length === 0 ? t("ask.no-answer") : values.join(", ");
  return html`${checkbox({
    name: askFields.item,
    id: boxId(path),
    value: path,
    label: isFile ? t("ask.proof", { label }) : label,
    hint: t("ask.answered", { value: shown }),
    isChecked: text !== undefined,
    locale,
  })}
  ${accordion({
    title: t("ask.item-text.show", { label }),
    isOpen: (text ?? "") !== "" || isWrong,
    body: textInput({
      name: `${askFields.itemText}${path}`,
      label: t("ask.item-text", { label }),
      isOptional: true,
      value: text ?? "",
      error: isWrong ? errorText(problem, locale) : undefined,
      locale,
    }),
  })}`;
}
