import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import type { Page } from "../../../../shell/web/route.ts";
import { alert } from "../../../../ui/alert.ts";
import { backLink } from "../../../../ui/breadcrumb.ts";
import { button, buttonRow, linkButton } from "../../../../ui/button.ts";
import { dateInput } from "../../../../ui/date-input.ts";
import { definitionRows } from "../../../../ui/definition-rows.ts";
import { section } from "../../../../ui/section.ts";
import { textInput } from "../../../../ui/text-input.ts";
import { splitDate } from "../../field-types/date-value.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { describeExampleDifference } from "../../use-cases/describe-rules.ts";
import { summarise } from "../../use-cases/summarise.ts";
import { editorPaths } from "./editor-paths.ts";
import {
  expectationSection,
  precheckSection,
  type ExamplePageProps,
} from "./example-inputs.ts";
import { exampleFields } from "./example-values.ts";
import { formFrame } from "./form-frame.ts";
import { seenVersionField } from "./overlay-form.ts";

export const exampleActions = {
  save: "speichern",
  asNow: "wie-jetzt",
  remove: "entfernen",
} as const;

/** One example: what is filled in, what is expected of it, and what comes of it. */
export function examplePage(props: ExamplePageProps): Page {
  const { locale, form, number, tried, errors, done } = props;
  const t = editorTexts(locale);
  const { key } = form.definition;
  return formFrame({
    locale,
    form,
    section: "beispiele",
    heading: tried.example.title,
    lead: t("example.lead"),
    done,
    scripts: ["select-filter", "date-input"],
    errors: [...(errors ?? [])].map(([fieldId, text]) => ({ fieldId, text })),
    body: html`${backLink({ label: t("example.back"), href: editorPaths.section(key, "beispiele") })}
      ${resultAlert(props)} ${answersSection(props)}
      <form
        method="post"
        action="${editorPaths.example(key, number)}"
        novalidate
      >
        ${seenVersionField(form)} ${nameSection(props)}
        ${precheckSection(props)} ${expectationSection(props)}
        ${buttonRow(
          action(exampleActions.save, t("save")),
          action(exampleActions.asNow, t("example.as-now"), "secondary"),
          action(exampleActions.remove, t("example.remove"), "tertiary"),
        )}
      </form>`,
  });
}

function action(
  value: string,
  label: string,
  variant: "primary" | "secondary" | "tertiary" = "primary",
): SafeHtml {
  return button({ label, variant, name: exampleFields.action, value });
}

function resultAlert({
  form,
  tried: { example },
  locale,
}: ExamplePageProps): SafeHtml | false {
  const t = editorTexts(locale);
  const result = form.report.examples.results.find(
    ({ title }) => title === example.title,
  );
  if (!result) return false;
  const { differences } = result;
  return differences.length === 0
    ? alert({ kind: "success", title: t("example.passed") })
    : alert({
        kind: "warning",
        title: t("example.failed"),
        body: html`<ul class="kern-list kern-list--bullet">
          ${differences.map((each) => html`<li>${describeExampleDifference(form.definition, each, locale)}</li>`)}
        </ul>`,
      });
}

function answersSection({
  form,
  number,
  tried: { evaluated },
  locale,
}: ExamplePageProps): SafeHtml {
  const t = editorTexts(locale);
  const rows = summarise(evaluated, locale).flatMap(({ heading, entries }) =>
    entries
      .filter(({ values }) => values.length > 0)
      .map(({ label, values }) => ({
        term: label === heading ? label : `${heading} › ${label}`,
        value: values.join(", "),
      })),
  );
  const preview = editorPaths.section(form.definition.key, "vorschau");
  return section({
    title: t("example.answers"),
    body: html`${
      rows.length > 0
        ? definitionRows(rows)
        : html`<p class="kern-body">${t("example.answers.none")}</p>`
    }
    ${linkButton({
      label: t("example.answers.change"),
      variant: "secondary",
      href: `${preview}?beispiel=${String(number)}`,
    })}`,
  });
}

function nameSection({
  tried: { example },
  errors,
  locale,
}: ExamplePageProps): SafeHtml {
  const t = editorTexts(locale);
  return section({
    title: t("example.name"),
    body: html`${textInput({
      name: exampleFields.title,
      label: t("preview.title"),
      hint: t("preview.title.hint"),
      value: example.title,
      error: errors?.get(exampleFields.title),
      locale,
    })}
    ${dateInput({
      name: exampleFields.today,
      label: t("example.today"),
      hint: t("example.today.hint"),
      value: splitDate(example.today ?? ""),
      error: errors?.get(exampleFields.today),
      isOptional: true,
      locale,
    })}`,
  });
}
