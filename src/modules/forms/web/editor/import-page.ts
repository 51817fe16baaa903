import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../../shell/web/route.ts";
import { alert } from "../../../../ui/alert.ts";
import { badge } from "../../../../ui/badge.ts";
import { breadcrumb } from "../../../../ui/breadcrumb.ts";
import { button, linkButton } from "../../../../ui/button.ts";
import { checkbox } from "../../../../ui/checkbox.ts";
import { errorSummary } from "../../../../ui/error-summary.ts";
import { fileInput } from "../../../../ui/file-input.ts";
import { pageHeading } from "../../../../ui/heading.ts";
import { section } from "../../../../ui/section.ts";
import { table } from "../../../../ui/table.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import type { ImportMessage } from "../../import/import-message.ts";
import { describeImportMessage } from "../../use-cases/describe.ts";
import type { ImportedForm } from "../../use-cases/import-form.ts";
import { editorPaths } from "./editor-paths.ts";

export const importFields = {
  schema: "schema",
  lists: "listen",
  withoutLists: "ohne-listen",
} as const;

/** What became of the documents that were handed over. */
export type ImportOutcome =
  | { readonly kind: "none" }
  | { readonly kind: "schema-missing" }
  /** All documents together were more than can be read at once. */
  | { readonly kind: "too-large" }
  | { readonly kind: "refused"; readonly messages: readonly ImportMessage[] }
  | {
      readonly kind: "imported";
      readonly form: ImportedForm;
      /** Where to go on. */
      readonly href: string;
    };

/** Hands a schema with its code lists over; says what was wrong or noticed. */
export function importPage(outcome: ImportOutcome, locale: Locale): Page {
  const t = editorTexts(locale);
  const text = schemaError(outcome, locale);
  const isWrong = statusOf(outcome) !== 200;
  const errors =
    text === undefined ? [] : [{ fieldId: importFields.schema, text }];
  return page({
    status: statusOf(outcome),
    title: isWrong
      ? t("error-title", { title: t("import.title") })
      : t("import.title"),
    layout: "wide",
    section: editorPaths.root,
    scripts: errors.length > 0 ? ["focus-error-summary"] : [],
    main: html`${errorSummary({ errors, locale })}
    ${breadcrumb({ parents: [{ label: t("list.title"), href: editorPaths.root }], current: t("import.title"), locale })}
    ${pageHeading({ title: t("import.title"), lead: t("import.lead") })}
    ${outcomePart(outcome, locale)} ${importForm(outcome, locale)}`,
  });
}

function statusOf({ kind }: ImportOutcome): number {
  if (kind === "too-large") return 413;
  return kind === "schema-missing" || kind === "refused" ? 422 : 200;
}

/** What is wrong with the files before anybody has read them. */
function schemaError(
  { kind }: ImportOutcome,
  locale: Locale,
): string | undefined {
  const t = editorTexts(locale);
  if (kind === "too-large") return t("import.too-large");
  return kind === "schema-missing" ? t("import.schema.missing") : undefined;
}

function outcomePart(outcome: ImportOutcome, locale: Locale): SafeHtml | false {
  const t = editorTexts(locale);
  if (outcome.kind === "refused")
    return html`${refusalOf(outcome.messages, locale)}
    ${messageTable(outcome.messages, locale)}`;
  if (outcome.kind !== "imported") return false;
  const { definition, warnings } = outcome.form;
  const { title, key, version } = definition;
  return html`${alert({
    kind: "success",
    title: t("import.done.title", { title }),
    body: html`<p class="kern-body">
        ${t("import.done.body", { id: key, version })}
      </p>
      ${linkButton({ label: t("import.done.next"), href: outcome.href })}`,
    isAnnounced: true,
  })}
  ${warnings.length > 0 && messageTable(warnings, locale)}`;
}

/** Lists are published apart from schemas: that they are missing says nothing against the schema. */
function refusalOf(
  messages: readonly ImportMessage[],
  locale: Locale,
): SafeHtml {
  const t = editorTexts(locale);
  const errors = messages.filter(({ severity }) => severity === "error");
  const lists = errors.flatMap(({ code, params }) =>
    code === "code-list-missing" ? [params["list"]] : [],
  );
  const isSound = lists.length === errors.length;
  const texts = isSound ? "import.lists-missing" : "import.refused";
  const count = isSound ? new Set(lists).size : errors.length;
  return alert({
    kind: isSound ? "warning" : "danger",
    title: t(`${texts}.title`),
    body:
      !isSound && count === 1
        ? t("import.refused.one")
        : t(`${texts}.body`, { count }),
    isAnnounced: true,
  });
}

function messageTable(
  messages: readonly ImportMessage[],
  locale: Locale,
): SafeHtml {
  const t = editorTexts(locale);
  return section({
    title: t("import.messages"),
    isWide: true,
    body: table({
      caption: t("import.messages"),
      isCaptionHidden: true,
      columns: [
        { label: t("import.messages.text") },
        { label: t("import.messages.kind") },
      ],
      rows: messages.map((message) => ({
        cells: [
          describeImportMessage(message, locale),
          badge(
            message.severity === "error" ? "danger" : "info",
            t(`import.messages.${message.severity}`),
          ),
        ],
      })),
    }),
  });
}

function importForm(outcome: ImportOutcome, locale: Locale): SafeHtml {
  const t = editorTexts(locale);
  return html`<form
    method="post"
    action="${editorPaths.import}"
    enctype="multipart/form-data"
    novalidate
  >
    ${fileInput({
      name: importFields.schema,
      label: t("import.schema.label"),
      hint: t("import.schema.hint"),
      accept: ".xml,application/xml,text/xml",
      error: schemaError(outcome, locale),
      locale,
    })}
    ${fileInput({
      name: importFields.lists,
      label: t("import.lists.label"),
      hint: t("import.lists.hint"),
      accept: ".xml,application/xml,text/xml",
      allowsMany: true,
      isOptional: true,
      locale,
    })}
    ${checkbox({ name: importFields.withoutLists, label: t("import.without-lists.label"), hint: t("import.without-lists.hint"), locale })}
    ${button({ label: t("import.submit"), variant: outcome.kind === "imported" ? "secondary" : "primary" })}
  </form>`;
}
