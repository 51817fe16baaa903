import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import type { Page } from "../../../../shell/web/route.ts";
import { button, buttonRow } from "../../../../ui/button.ts";
import { heading } from "../../../../ui/heading.ts";
import { section } from "../../../../ui/section.ts";
import { radios } from "../../../../ui/radios.ts";
import { select, type Option } from "../../../../ui/select.ts";
import { textInput } from "../../../../ui/text-input.ts";
import { textarea } from "../../../../ui/textarea.ts";
import type {
  FormField,
  PrecheckOutcome,
} from "../../domain/form-definition.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import { editorPaths } from "./editor-paths.ts";
import { formFrame } from "./form-frame.ts";
import { moveButtons } from "./order-section.ts";
import { seenVersionField } from "./overlay-form.ts";
import type {
  OutcomeValues,
  PrecheckValues,
  QuestionValues,
} from "./precheck-values.ts";

/** Name of the buttons, and what they say. */
export const precheckAction = {
  name: "tun",
  save: "speichern",
  addQuestion: "frage-dazu",
  addOutcome: "ergebnis-dazu",
  /** Before the row: `weg frage-0`. */
  remove: "weg",
  discard: "verwerfen",
} as const;

export type PrecheckPageProps = {
  readonly locale: Locale;
  readonly form: OpenedForm;
  readonly values: PrecheckValues;
  readonly errors?: ReadonlyMap<string, string>;
  readonly done?: string | undefined;
};

/** Questions before the form, and what their answers come to. One form: every button sends all of it, so nothing typed is lost. */
export function precheckPage(props: PrecheckPageProps): Page {
  const { locale, form, values, done } = props;
  const errors: ReadonlyMap<string, string> = props.errors ?? new Map();
  const t = editorTexts(locale);
  const { questions, outcomes } = values;
  const action = (value: string, label: string) =>
    button({ label, variant: "secondary", name: precheckAction.name, value });
  return formFrame({
    locale,
    form,
    section: "vorab-check",
    done,
    errors: [...errors].map(([fieldId, text]) => ({ fieldId, text })),
    body: html`<form
      method="post"
      action="${editorPaths.section(form.definition.key, "vorab-check")}"
      novalidate
    >
      ${seenVersionField(form)} ${enterButton(t("save"))}
      ${section({
        title: t("precheck.questions"),
        body: html`${questions.length === 0 && html`<p class="kern-body">${t("precheck.questions.none")}</p>`}
        ${questions.map((row, index) => questionInputs(row, index, props))}
        ${action(precheckAction.addQuestion, t("precheck.question.add"))}`,
      })}
      ${section({
        title: t("precheck.outcomes"),
        body: html`<p class="kern-body">${t("precheck.outcomes.lead")}</p>
          ${outcomes.map((row, index) => outcomeInputs(row, index, props))}
          ${action(precheckAction.addOutcome, t("precheck.outcome.add"))}`,
      })}
      ${endButtons(props)}
    </form>`,
  });
}

function endButtons({ form, locale }: PrecheckPageProps): SafeHtml {
  const t = editorTexts(locale);
  const { name, save, discard } = precheckAction;
  return buttonRow(
    button({ label: t("save"), name, value: save }),
    ...(form.overlay.precheck === undefined
      ? []
      : [
          button({
            label: t("precheck.discard"),
            variant: "tertiary",
            name,
            value: discard,
          }),
        ]),
  );
}

/** First of all buttons: the one the Enter key presses. */
function enterButton(label: string): SafeHtml {
  return html`<button
    class="kern-sr-only"
    type="submit"
    name="${precheckAction.name}"
    value="${precheckAction.save}"
    tabindex="-1"
    aria-hidden="true"
  >
    ${label}
  </button>`;
}

const questionTypes = [
  "boolean",
  "select",
  "date",
  "integer",
  "number",
  "currency",
  "text",
] as const satisfies readonly FormField["dataType"][];

/** Types a question came with from elsewhere stay possible. */
function typeOptions(art: string, locale: Locale) {
  const t = editorTexts(locale);
  const known: Option[] = questionTypes.map((value) => ({
    value,
    label: t(`type.${value}`),
  }));
  return art === "" || known.some(({ value }) => value === art)
    ? known
    : [...known, { value: art, label: art }];
}

type Row = Readonly<Record<string, string>>;

/** What the inputs of a row have in common. */
function inputsOf(
  prefix: string,
  row: Row,
  { locale, errors }: PrecheckPageProps,
) {
  return (name: string) => ({
    name: `${prefix}-${name}`,
    value: row[name] ?? "",
    error: errors?.get(`${prefix}-${name}`),
    locale,
  });
}

function questionInputs(
  row: QuestionValues,
  index: number,
  props: PrecheckPageProps,
): SafeHtml {
  const { locale, values } = props;
  const t = editorTexts(locale);
  const prefix = `frage-${String(index)}`;
  const input = inputsOf(prefix, row, props);
  const title = t("precheck.question", { number: index + 1 });
  return html`<div class="portal-part" role="group" aria-label="${title}">
    ${heading(3, title)}
    <input type="hidden" name="${prefix}-vorher" value="${row.vorher}" />
    ${textInput({ ...input("frage"), label: t("precheck.question.label"), hint: t("precheck.question.label.hint") })}
    ${textInput({ ...input("hilfe"), label: t("element.help"), isOptional: true })}
    ${select({
      ...input("art"),
      label: t("precheck.question.type"),
      hint: t("precheck.question.type.hint"),
      options: typeOptions(row.art, locale),
    })}
    ${
      (row.art === "select" || row.antworten !== "") &&
      textarea({
        ...input("antworten"),
        label: t("element.options"),
        hint: t("precheck.question.options.hint"),
        rows: 4,
      })
    }
    ${textInput({ ...input("name"), label: t("precheck.question.name"), hint: t("precheck.question.name.hint"), spellCheck: false, width: 20 })}
    ${textarea({ ...input("bedingung"), label: t("precheck.question.when"), hint: t("precheck.question.when.hint"), rows: 2, isOptional: true })}
    ${rowButtons({ key: prefix, title, index, count: values.questions.length, locale })}
  </div>`;
}

const endings = [
  "can-apply",
  "need-first",
  "other-authority",
] as const satisfies readonly PrecheckOutcome["kind"][];

function outcomeInputs(
  row: OutcomeValues,
  index: number,
  props: PrecheckPageProps,
): SafeHtml {
  const { locale, values } = props;
  const t = editorTexts(locale);
  const prefix = `ergebnis-${String(index)}`;
  const input = inputsOf(prefix, row, props);
  const title = t("precheck.outcome", { number: index + 1 });
  return html`<div class="portal-part" role="group" aria-label="${title}">
    ${heading(3, title)}
    ${textarea({ ...input("wenn"), label: t("precheck.outcome.when"), hint: t("precheck.outcome.when.hint"), rows: 2 })}
    ${radios({
      ...input("ende"),
      label: t("precheck.outcome.kind"),
      options: endings.map((value) => ({
        value,
        label: t(`precheck.outcome.${value}`),
      })),
    })}
    ${textarea({ ...input("text"), label: t("precheck.outcome.text"), hint: t("precheck.outcome.text.hint"), rows: 3 })}
    ${textInput({ ...input("link"), label: t("precheck.outcome.link"), hint: t("precheck.outcome.link.hint"), isOptional: true, spellCheck: false })}
    ${textInput({ ...input("link-text"), label: t("precheck.outcome.link-text"), isOptional: true })}
    ${rowButtons({ key: prefix, title, index, count: values.outcomes.length, locale })}
  </div>`;
}

function rowButtons({
  key,
  title,
  index,
  count,
  locale,
}: {
  readonly key: string;
  readonly title: string;
  readonly index: number;
  readonly count: number;
  readonly locale: Locale;
}): SafeHtml {
  return buttonRow(
    moveButtons({ key, label: title, index, count, locale }),
    button({
      label: editorTexts(locale)("precheck.remove"),
      context: title,
      variant: "tertiary",
      name: precheckAction.name,
      value: `${precheckAction.remove} ${key}`,
    }),
  );
}
