import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import type { Page } from "../../../../shell/web/route.ts";
import { accordion } from "../../../../ui/accordion.ts";
import { badge } from "../../../../ui/badge.ts";
import { button, linkButton } from "../../../../ui/button.ts";
import { emptyState } from "../../../../ui/empty-state.ts";
import { link } from "../../../../ui/link.ts";
import { section } from "../../../../ui/section.ts";
import { table } from "../../../../ui/table.ts";
import { textarea } from "../../../../ui/textarea.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import type { ExampleResult } from "../../rules/run-examples.ts";
import {
  describeExampleDifference,
  describeUntested,
} from "../../use-cases/describe-rules.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import { editorPaths } from "./editor-paths.ts";
import { formFrame } from "./form-frame.ts";
import { seenVersionField } from "./overlay-form.ts";

export const examplesField = "beispiele";

export type ExamplesPageProps = {
  readonly locale: Locale;
  readonly form: OpenedForm;
  readonly typed?: string;
  readonly errors?: readonly string[];
  readonly done?: string | undefined;
};

/** Examples with what became of them, what none of them shows, and all of them as a document to take along. */
export function examplesPage(props: ExamplesPageProps): Page {
  const { locale, form, errors = [], done } = props;
  return formFrame({
    locale,
    form,
    section: "beispiele",
    done,
    errors: errors.map((text) => ({ fieldId: examplesField, text })),
    body: html`${results(props)} ${untested(props)} ${asDocument(props)}`,
  });
}

/** Where an example of this authority is changed; those of authorities above are theirs. */
function hrefOf(title: string, form: OpenedForm): string | undefined {
  const { examples = [] } = form.overlay;
  const index = examples.findIndex((each) => each.title === title);
  return index === -1
    ? undefined
    : editorPaths.example(form.definition.key, index + 1);
}

function results({ form, locale }: ExamplesPageProps): SafeHtml {
  const t = editorTexts(locale);
  const tried = form.report.examples.results;
  const create = {
    label: t("examples.new"),
    href: editorPaths.section(form.definition.key, "vorschau"),
  };
  const body =
    tried.length === 0
      ? emptyState({
          title: t("examples.none.title"),
          body: t("examples.none.body"),
          action: create,
        })
      : html`${table({
          caption: t("examples.results"),
          isCaptionHidden: true,
          columns: [
            { label: t("examples.title") },
            { label: t("examples.result") },
          ],
          rows: tried.map((result) => {
            const { title } = result;
            const href = hrefOf(title, form);
            return {
              cells: [
                href === undefined
                  ? html`${title}<br /><span class="portal-muted"
                        >${t("examples.of-above")}</span
                      >`
                  : link(href, title),
                resultOf(result, form, locale),
              ],
            };
          }),
        })}
        ${linkButton({ ...create, variant: "secondary" })}`;
  return section({ title: t("examples.results"), isWide: true, body });
}

function resultOf(
  { differences }: ExampleResult,
  { definition }: OpenedForm,
  locale: Locale,
): HtmlValue {
  const t = editorTexts(locale);
  return differences.length === 0
    ? badge("success", t("examples.passed"))
    : html`${badge("danger", t("examples.failed"))}
        <ul class="kern-list kern-list--bullet">
          ${differences.map((each) => html`<li>${describeExampleDifference(definition, each, locale)}</li>`)}
        </ul>`;
}

function untested({ form, locale }: ExamplesPageProps): SafeHtml | false {
  const t = editorTexts(locale);
  const lines = form.report.examples.untested.flatMap((each) =>
    describeUntested(form.definition, each, locale),
  );
  return (
    lines.length > 0 &&
    section({
      title: t("overview.untested"),
      body: html`<ul class="kern-list kern-list--bullet">
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>`,
    })
  );
}

/** For taking examples from one installation to another. */
function asDocument({
  form,
  typed,
  errors = [],
  locale,
}: ExamplesPageProps): SafeHtml {
  const t = editorTexts(locale);
  return accordion({
    title: t("examples.own"),
    isOpen: typed !== undefined,
    body: html`<form
      method="post"
      action="${editorPaths.section(form.definition.key, "beispiele")}"
      novalidate
    >
      ${seenVersionField(form)}
      ${textarea({
        name: examplesField,
        label: t("examples.own"),
        hint: t("examples.own.hint"),
        value: typed ?? JSON.stringify(form.overlay.examples ?? [], null, 2),
        rows: 16,
        error: errors.length > 0 ? errors.join(" ") : undefined,
        locale,
      })}
      ${button({ label: t("save"), variant: "secondary" })}
    </form>`,
  });
}
