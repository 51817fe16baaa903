import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import type { Page } from "../../../../shell/web/route.ts";
import { alert } from "../../../../ui/alert.ts";
import { button, buttonRow } from "../../../../ui/button.ts";
import { section } from "../../../../ui/section.ts";
import { textInput } from "../../../../ui/text-input.ts";
import type { FieldError } from "../../domain/field-error.ts";
import type { ShownPage } from "../../domain/shown-pages.ts";
import { listFields } from "../../domain/visit.ts";
import { scriptsFor } from "../../field-types/field-types.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import type { EvaluatedForm } from "../../rules/evaluate-form.ts";
import { describeFieldError, pageTitle } from "../../use-cases/describe.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import { renderPageFields } from "../render-page-fields.ts";
import { editorPaths } from "./editor-paths.ts";
import { formFrame } from "./form-frame.ts";
import { seenVersionField } from "./overlay-form.ts";

/** Names of the buttons and the input that keep what was filled in as an example. */
export const previewFields = {
  action: "tun",
  title: "beispiel-titel",
  /** Number of the example that is changed. */
  example: "beispiel",
} as const;

export type PreviewProps = {
  readonly locale: Locale;
  readonly form: OpenedForm;
  /** With what was filled in. */
  readonly evaluated: EvaluatedForm;
  /** Empty until it was checked. */
  readonly errors: readonly FieldError[];
  /** Number of the example that is changed; undefined for a new one. */
  readonly example?: string | undefined;
  readonly title?: string | undefined;
  readonly titleError?: string;
  /** It was checked, and there was nothing to find. */
  readonly isValid: boolean;
};

/** The form as applicants see it, all its steps under each other; nothing is stored. */
export function previewPage(props: PreviewProps): Page {
  const { locale, form, evaluated, errors, titleError, isValid } = props;
  const { example, title = "" } = props;
  const t = editorTexts(locale);
  const summary = [
    ...errors.map((error) => ({
      fieldId: error.path,
      text: describeFieldError(error, locale),
    })),
    ...(titleError === undefined
      ? []
      : [{ fieldId: previewFields.title, text: titleError }]),
  ];
  return formFrame({
    locale,
    form,
    section: "vorschau",
    errors: summary,
    scripts: scriptsFor(
      evaluated.pages.flatMap(({ elements }) => listFields(elements)),
    ),
    body: html`${isValid && alert({ kind: "success", title: t("preview.valid"), isAnnounced: true })}
      <form
        method="post"
        action="${editorPaths.section(form.definition.key, "vorschau")}"
        novalidate
      >
        ${seenVersionField(form)}
        ${example !== undefined && html`<input type="hidden" name="${previewFields.example}" value="${example}" />`}
        ${buttonRow(button({ label: t("preview.check"), name: previewFields.action, value: "pruefen" }))}
        ${wholePages(evaluated).map((page) => step(page, props))}
        ${section({
          title: t(example === undefined ? "preview.keep" : "preview.change"),
          body: html`${textInput({
            name: previewFields.title,
            label: t("preview.title"),
            hint: t("preview.title.hint"),
            value: title,
            error: titleError,
            isOptional: true,
            locale,
          })}
          ${button({ label: t(example === undefined ? "preview.keep" : "preview.change"), variant: "secondary", name: previewFields.action, value: "beispiel" })}`,
        })}
      </form>`,
  });
}

/** Long pages are asked in parts; under each other the parts are one page again, so that no group stands twice. */
function wholePages({ definition, pages }: EvaluatedForm): ShownPage[] {
  const shown = new Set(pages.map(({ wholeKey }) => wholeKey));
  return definition.pages
    .filter(({ key }) => shown.has(key))
    .map((page) => ({ ...page, wholeKey: page.key }));
}

function step(
  page: ShownPage,
  { evaluated, errors, locale }: PreviewProps,
): SafeHtml {
  return section({
    title: pageTitle(page, locale),
    body: html`${page.help !== undefined && html`<p class="kern-body">${page.help}</p>`}
    ${renderPageFields(page, { form: evaluated, errors, locale, isStored: false, isStatic: true })}`,
  });
}
