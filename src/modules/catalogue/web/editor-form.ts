import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { accordion } from "../../../ui/accordion.ts";
import { radios } from "../../../ui/radios.ts";
import { section } from "../../../ui/section.ts";
import { select, type Option } from "../../../ui/select.ts";
import { textInput } from "../../../ui/text-input.ts";
import { textarea } from "../../../ui/textarea.ts";
import {
  typedLanguages,
  type FormError,
  type TypedLeistung,
} from "../domain/leistung-form.ts";
import type { TextModule } from "../domain/leistung-content.ts";
import { editorTexts } from "../i18n/texts.ts";
import {
  errorText,
  fieldHintText,
  fieldLabel,
  isSituationInput,
} from "./editor-labels.ts";

/** What the inputs show, and what is said at them. */
export type EditorFormInput = {
  readonly typed: TypedLeistung;
  readonly errors: readonly FormError[];
  /** Inputs that somebody else has changed as well. */
  readonly contested: readonly string[];
  readonly offices: readonly Option[];
  readonly situations: readonly Option[];
  readonly locale: Locale;
};

const groups = [
  ["first", ["whatToDo", "summary", "description"]],
  ["needed", ["prerequisites", "documents"]],
  ["facts", ["feeText", "deadlineText", "processingText"]],
  ["how", ["procedure", "afterSending", "notes", "furtherInformation"]],
  ["law", ["legalBases", "remedies"]],
  [
    "more",
    ["easyLanguage", "formText", "contact", "responsibleBody", "author"],
  ],
] as const satisfies readonly (readonly [string, readonly TextModule[]])[];

/** All inputs of a Leistung: its name first, then the text modules in groups, then where it can be done. */
export function editorInputs(input: EditorFormInput): SafeHtml {
  const t = editorTexts(input.locale);
  return html`${section({ title: t("group.name"), body: nameInputs(input), isWide: true })}
    <div class="kern-accordion-group portal-wide">
      ${groups.map(([group, modules]) =>
        foldedGroup(input, {
          title: t(`group.${group}`),
          fields: modules.flatMap(inEachLanguage),
          isOpen: group === "first",
          body: html`${modules.map((module) => moduleInputs(input, module))}`,
        }),
      )}
      ${foldedGroup(input, {
        title: t("group.ways"),
        fields: ["termin", "termin-adresse", "onlinedienste", "formulare"],
        isOpen: false,
        body: wayInputs(input),
      })}
    </div>`;
}

const inEachLanguage = (name: string) =>
  typedLanguages.map((language) => `${name}-${language}`);

/** Says how much is in it, and is open where there is something to look at. */
function foldedGroup(
  { typed, errors, contested, locale }: EditorFormInput,
  group: {
    readonly title: string;
    readonly fields: readonly string[];
    readonly isOpen: boolean;
    readonly body: SafeHtml;
  },
): SafeHtml {
  const count = group.fields.filter(
    (field) => (typed.get(field) ?? "").trim() !== "",
  ).length;
  const needsLook = group.fields.some(
    (field) =>
      contested.includes(field) || errors.some((it) => it.field === field),
  );
  return accordion({
    title: editorTexts(locale)("edit.filled", { title: group.title, count }),
    body: group.body,
    isOpen: group.isOpen || needsLook,
  });
}

/** What all kinds of inputs have in common. */
function commonOf(input: EditorFormInput, field: string) {
  const { typed, errors, contested, locale } = input;
  const error = errors.find((it) => it.field === field);
  const hint = fieldHintText(field, locale);
  const contest = contested.includes(field)
    ? editorTexts(locale)("conflict.field")
    : undefined;
  const told = error ? errorText(error, locale) : contest;
  return {
    name: field,
    label: fieldLabel(field, locale),
    value: typed.get(field) ?? "",
    locale,
    ...(hint !== undefined && { hint }),
    ...(told !== undefined && { error: told }),
  };
}

function nameInputs(input: EditorFormInput): SafeHtml {
  const line = (field: string) => textInput(commonOf(input, field));
  const choice = (field: string) =>
    select({
      ...commonOf(input, field),
      isOptional: field !== "amt" && field !== "thema",
      options: isSituationInput(field) ? input.situations : input.offices,
      isLong: true,
    });
  const pair = (...inputs: readonly SafeHtml[]) =>
    html`<div class="portal-pair">${inputs}</div>`;
  return html`${pair(...inEachLanguage("titel").map(line))}
  ${pair(...inEachLanguage("kurz").map(line))}
  ${pair(choice("amt"), choice("thema"))}
  ${pair(choice("thema2"), choice("thema3"))}
  ${pair(line("stichwoerter"), line("schluessel"))}
  ${pair(line("von"), line("bis"))}`;
}

function moduleInputs(input: EditorFormInput, module: TextModule): SafeHtml {
  return html`<div class="portal-pair">
    ${inEachLanguage(module).map((field) => {
      const common = commonOf(input, field);
      return textarea({ ...common, rows: rowsFor(common.value) });
    })}
  </div>`;
}

const rowsFor = (text: string) =>
  Math.min(24, 4 + text.split("\n").length + Math.floor(text.length / 90));

function wayInputs(input: EditorFormInput): SafeHtml {
  const t = editorTexts(input.locale);
  const lines = (field: string) =>
    textarea({ ...commonOf(input, field), rows: 4 });
  return html`${radios({
    ...commonOf(input, "termin"),
    options: [
      { value: "ja", label: t("option.termin.ja") },
      { value: "nein", label: t("option.termin.nein") },
      { value: "", label: t("option.termin.leer") },
    ],
  })}
  ${textInput(commonOf(input, "termin-adresse"))} ${lines("onlinedienste")}
  ${lines("formulare")}`;
}
