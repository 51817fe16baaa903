import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import type { Page } from "../../../../shell/web/route.ts";
import { attributes } from "../../../../ui/attributes.ts";
import { backLink } from "../../../../ui/breadcrumb.ts";
import { button } from "../../../../ui/button.ts";
import { section } from "../../../../ui/section.ts";
import { textInput } from "../../../../ui/text-input.ts";
import { textarea } from "../../../../ui/textarea.ts";
import type { Option, TranslatedTexts } from "../../domain/form-definition.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import { labelPath } from "./describe-report.ts";
import { editorPaths } from "./editor-paths.ts";
import { formFrame } from "./form-frame.ts";
import { languageName } from "./language-name.ts";
import {
  textNames,
  textParts,
  translatedAt,
  type TextName,
  type TextPlace,
} from "./language-texts.ts";
import { seenVersionField } from "./overlay-form.ts";

export type LanguagePageProps = {
  readonly locale: Locale;
  readonly form: OpenedForm;
  readonly language: string;
  /** Number of the part that is shown, from 0. */
  readonly part: number;
  /** As it was typed; absent: what is stored. */
  readonly typed?: URLSearchParams;
  readonly errors?: readonly string[];
  readonly done?: string | undefined;
};

/** Query parameter and input that say which part of the form is translated. */
export const partField = "teil";

/** Name of the input of a text. */
export const textField = (place: string, name: TextName) => `${name}|${place}`;

/** The texts of one part of the form in one language, each beside its German. */
export function languagePage(props: LanguagePageProps): Page {
  const { locale, form, language, part, done, errors = [] } = props;
  const t = editorTexts(locale);
  const parts = textParts(form.definition);
  const shown = parts[part] ?? parts[0];
  const { key } = form.definition;
  return formFrame({
    locale,
    form,
    section: "sprachen",
    heading: languageName(language, locale),
    lead: t("languages.edit"),
    done,
    errors: errors.map((text) => ({ fieldId: "main", text })),
    body: html`${backLink({ label: t("languages.back"), href: editorPaths.section(key, "sprachen") })}
      ${partLinks(props, parts)}
      <form method="post" action="${editorPaths.language(key, language)}">
        ${seenVersionField(form)}
        <input type="hidden" name="${partField}" value="${part}" />
        ${section({
          title: partTitle(shown?.title, locale),
          body: (shown?.places ?? []).map((place, index) =>
            placeInputs(place, index, props),
          ),
        })}
        ${button({ label: t("save") })}
      </form>`,
  });
}

function partTitle(title: string | undefined, locale: Locale): string {
  const t = editorTexts(locale);
  if (title === undefined) return t("languages.around");
  return title === "" ? t("pages.untitled") : title;
}

function partLinks(
  { form, language, part, locale }: LanguagePageProps,
  parts: ReturnType<typeof textParts>,
): SafeHtml {
  const href = editorPaths.language(form.definition.key, language);
  return html`<nav aria-label="${editorTexts(locale)("languages.parts")}">
    <ul class="portal-list portal-chips">
      ${parts.map(({ title }, number) => {
        const given = attributes({
          class: "portal-chip",
          href: `${href}?${partField}=${String(number)}`,
          "aria-current": number === part ? "page" : undefined,
        });
        return html`<li><a${given}>${partTitle(title, locale)}</a></li>`;
      })}
    </ul>
  </nav>`;
}

function placeInputs(
  german: TextPlace,
  index: number,
  props: LanguagePageProps,
): SafeHtml {
  const { form, language, typed, locale } = props;
  const stored = translatedAt(form.definition, german.place, language);
  const valueOf = (name: TextName) =>
    typed?.get(textField(german.place, name)) ?? textOf(stored, name);
  return html`${textNames
    .filter((name) => german[name] !== undefined)
    .map((name) => {
      const common = {
        name: textField(german.place, name),
        id: `text-${String(index)}-${name}`,
        label: labelOf(german, name, props),
        hint: germanText(german, name),
        value: valueOf(name),
        isOptional: true,
        locale,
      };
      return oneLine.has(name)
        ? textInput(common)
        : textarea({ ...common, rows: isList(name) ? 4 : 2 });
    })}`;
}

/** One text in each line. */
function isList(name: TextName): boolean {
  return name === "options" || name === "documents";
}

const oneLine: ReadonlySet<TextName> = new Set(["label", "example", "unit"]);

function textOf(texts: TranslatedTexts, name: TextName): string {
  if (name === "documents") return (texts.documents ?? []).join("\n");
  if (name !== "options") return texts[name] ?? "";
  const { options = {}, optionHelps = {} } = texts;
  return [...new Set([...Object.keys(options), ...Object.keys(optionHelps)])]
    .map((code) => optionLine(code, options[code] ?? "", optionHelps[code]))
    .join("\n");
}

function optionLine(code: string, label: string, help?: string): string {
  const line = `${code} = ${label}`;
  return help === undefined ? line : `${line} | ${help}`;
}

/** More lines help nobody; the codes are those of the structure. */
const maxOptionsShown = 20;

function germanText(german: TextPlace, name: TextName): string {
  if (name === "documents") return (german.documents ?? []).join("\n");
  if (name !== "options") return german[name] ?? "";
  const options: readonly Option[] = german.options ?? [];
  const lines = options
    .slice(0, maxOptionsShown)
    .map(({ code, label, help }) => optionLine(code, label, help));
  return [...lines, ...(options.length > lines.length ? ["…"] : [])].join("\n");
}

function labelOf(
  { place }: TextPlace,
  name: TextName,
  { form, locale }: LanguagePageProps,
): string {
  const t = editorTexts(locale);
  const [, kind = "", key = ""] =
    /^(page|check|precheck|outcome):(.*)$/.exec(place) ?? [];
  const what = t(`languages.text.${name}`);
  const part = name === "help" ? "help" : "label";
  switch (kind) {
    case "page":
      return t(`languages.page.${part}`);
    case "check":
      return t("languages.check", { id: key });
    case "precheck":
      return t("languages.question", { key, what });
    case "outcome":
      return t("languages.outcome", { number: Number(key) + 1, what });
    default:
      return elementText(place, name, { form, locale });
  }
}

function elementText(
  place: string,
  name: TextName,
  { form, locale }: Pick<LanguagePageProps, "form" | "locale">,
): string {
  const t = editorTexts(locale);
  if (place !== "")
    return t("languages.element", {
      element: labelPath(place, [form.definition]),
      what: t(`languages.text.${name}`),
    });
  if (name === "documents") return t("languages.form.documents");
  return t(`languages.form.${name === "help" ? "help" : "label"}`);
}
