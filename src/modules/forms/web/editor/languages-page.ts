import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import type { Page } from "../../../../shell/web/route.ts";
import { button } from "../../../../ui/button.ts";
import { link } from "../../../../ui/link.ts";
import { section } from "../../../../ui/section.ts";
import { table } from "../../../../ui/table.ts";
import { textInput } from "../../../../ui/text-input.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import { editorPaths } from "./editor-paths.ts";
import { formFrame } from "./form-frame.ts";
import { languageName } from "./language-name.ts";
import {
  countTranslated,
  languagesOf,
  textParts,
  translatedAt,
} from "./language-texts.ts";

/** Query parameter with the code of a language to begin; `sprache` would be the page's own. */
export const languageField = "kuerzel";

export type LanguagesPageProps = {
  readonly locale: Locale;
  readonly form: OpenedForm;
  /** What was typed and is no code of a language. */
  readonly unreadable?: string;
};

/** Languages of a form with how far each is, and a way to begin another. */
export function languagesPage(props: LanguagesPageProps): Page {
  const { locale, form, unreadable } = props;
  const error = editorTexts(locale)("languages.code.unreadable");
  return formFrame({
    locale,
    form,
    section: "sprachen",
    errors:
      unreadable === undefined ? [] : [{ fieldId: languageField, text: error }],
    body: html`${languageTable(props)} ${newLanguage(props)}`,
  });
}

function languageTable({ locale, form }: LanguagesPageProps): SafeHtml {
  const t = editorTexts(locale);
  const { definition } = form;
  const parts = textParts(definition);
  const rows = languagesOf(definition).map((language) => ({
    cells: [
      link(
        editorPaths.language(definition.key, language),
        languageName(language, locale),
      ),
      t("languages.done", countTranslated(definition, parts, language)),
      translatedAt(definition, "", language).label ??
        t("languages.title.missing"),
    ],
  }));
  return section({
    title: t("languages.list"),
    isWide: true,
    body: html`<p class="kern-body">${t("languages.list.lead")}</p>
      ${table({
        caption: t("languages.list"),
        isCaptionHidden: true,
        columns: [
          { label: t("languages.column.name") },
          { label: t("languages.column.done") },
          { label: t("languages.column.title") },
        ],
        rows,
      })}`,
  });
}

function newLanguage({
  locale,
  form,
  unreadable,
}: LanguagesPageProps): SafeHtml {
  const t = editorTexts(locale);
  return section({
    title: t("languages.add"),
    body: html`<form
      method="get"
      action="${editorPaths.section(form.definition.key, "sprachen")}"
      novalidate
    >
      ${textInput({
        name: languageField,
        label: t("languages.code"),
        hint: t("languages.code.hint"),
        value: unreadable ?? "",
        error:
          unreadable === undefined ? undefined : t("languages.code.unreadable"),
        width: 10,
        spellCheck: false,
        locale,
      })}
      ${button({ label: t("languages.add.submit"), variant: "secondary" })}
    </form>`,
  });
}
