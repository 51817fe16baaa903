import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button, linkButton } from "../../../ui/button.ts";
import { confirmation } from "../../../ui/confirmation.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { select } from "../../../ui/select.ts";
import { table } from "../../../ui/table.ts";
import { textInput } from "../../../ui/text-input.ts";
import { textarea } from "../../../ui/textarea.ts";
import { fixedNames } from "../domain/placeholders.ts";
import {
  longestBody,
  longestName,
  longestSubject,
  textKinds,
  type Text,
  type TextInput,
  type TextKind,
} from "../domain/text.ts";
import { bescheideTexts } from "../i18n/texts.ts";
import type { SaveTextRefusal } from "../use-cases/save-text.ts";
import { textPaths } from "./bescheide-paths.ts";

export type LeistungName = { readonly slug: string; readonly title: string };

export type TextsPageProps = {
  readonly locale: Locale;
  readonly texts: readonly Text[];
  readonly leistungen: readonly LeistungName[];
  /** May say how Leistungen are decided. */
  readonly mayRule: boolean;
};

/** All words of an authority by kind. */
export function textsPage(props: TextsPageProps): Page {
  const { locale, mayRule } = props;
  const t = bescheideTexts(locale);
  return page({
    title: t("texts.title"),
    section: textPaths.list,
    layout: "wide",
    main: html`${pageHeading({ title: t("texts.title"), lead: t("texts.lead") })}
    ${mayRule && html`<p class="kern-body">${link(textPaths.rules, t("texts.rules"))}</p>`}
    ${textKinds.map((kind) => textsOfKind(kind, props))}`,
  });
}

function textsOfKind(
  kind: TextKind,
  { locale, texts, leistungen }: TextsPageProps,
): SafeHtml {
  const t = bescheideTexts(locale);
  const rows = texts
    .filter((it) => it.kind === kind)
    .map(({ id, name, leistungSlug, isBase, version }) => ({
      cells: [
        link(textPaths.text(id), name),
        leistungen.find(({ slug }) => slug === leistungSlug)?.title ??
          t("texts.for.all"),
        isBase ? t("texts.is-base") : String(version),
      ],
    }));
  const list =
    rows.length === 0
      ? html`<p class="kern-body">${t("texts.none")}</p>`
      : table({
          caption: t(`texts.kind.${kind}`),
          isCaptionHidden: true,
          columns: [
            { label: t("texts.column.name") },
            { label: t("texts.column.for") },
            { label: t("texts.column.version") },
          ],
          rows,
        });
  const add = linkButton({
    label: t(`texts.add.${kind}`),
    href: textPaths.add(kind),
    variant: "secondary",
  });
  return section({
    title: t(`texts.kind.${kind}`),
    isWide: true,
    body: html`${list}
      <p>${add}</p>`,
  });
}

type TextProblem = Exclude<
  SaveTextRefusal,
  { readonly kind: "not-permitted" } | { readonly kind: "not-found" }
>;

export type TextPageProps = {
  readonly locale: Locale;
  /** Undefined for a new one. */
  readonly text: Text | undefined;
  readonly leistungen: readonly LeistungName[];
  readonly answerLabels: readonly string[];
  readonly moduleNames: readonly string[];
  readonly input: TextInput;
  readonly problem?: TextProblem | undefined;
};

export const textFields = {
  name: "name",
  leistung: "leistung",
  subject: "betreff",
  body: "text",
  version: "fassung",
} as const;

/** One text; what was typed comes back whatever is wrong with it. */
export function textPage(props: TextPageProps): Page {
  const { locale, text, input, problem } = props;
  const t = bescheideTexts(locale);
  const verb = text ? "edit" : "add";
  const title = t(`texts.${verb}.${input.kind}`);
  const error = problem && problemText(problem, locale);
  const errors = error ? [{ fieldId: error.field, text: error.text }] : [];
  return page({
    status: statusOf(problem),
    title: error ? t("error-title", { title }) : title,
    section: textPaths.list,
    scripts: error ? ["focus-error-summary"] : [],
    main: html`${backLink({ label: t("texts.title"), href: textPaths.list })}
    ${errorSummary({ errors, locale })} ${pageHeading({ title })}
    ${
      text?.isBase === true &&
      alert({
        kind: "info",
        title: t("texts.is-base"),
        body: t("texts.is-base.body"),
      })
    }
    ${textForm(props, error)} ${text && afterForm(text, locale)}`,
  });
}

function statusOf(problem: TextProblem | undefined): number {
  if (!problem) return 200;
  return problem.kind === "changed-meanwhile" ? 409 : 422;
}

type FieldProblem = { readonly field: string; readonly text: string };

function problemText(problem: TextProblem, locale: Locale): FieldProblem {
  const t = bescheideTexts(locale);
  const { kind } = problem;
  const names =
    kind === "unknown-placeholders"
      ? problem.names.map((name) => `{{${name}}}`).join(", ")
      : "";
  const text = t(`texts.${kind}`, {
    names,
    name: longestName,
    subject: longestSubject,
    body: longestBody,
  });
  return { field: fieldOf(kind), text };
}

function fieldOf(kind: TextProblem["kind"]): string {
  if (kind.startsWith("name")) return textFields.name;
  return kind.startsWith("subject") ? textFields.subject : textFields.body;
}

function textForm(
  props: TextPageProps,
  error: FieldProblem | undefined,
): SafeHtml {
  const { locale, text, input } = props;
  const t = bescheideTexts(locale);
  const errorAt = (field: string) =>
    error?.field === field ? error.text : undefined;
  const action = text ? textPaths.text(text.id) : textPaths.add(input.kind);
  return html`<form method="post" action="${action}" novalidate>
    <input
      type="hidden"
      name="${textFields.version}"
      value="${text?.version ?? 0}"
    />
    ${textInput({
      name: textFields.name,
      label: t("texts.name"),
      hint: t("texts.name.hint"),
      value: input.name,
      autocomplete: "off",
      error: errorAt(textFields.name),
      locale,
    })}
    ${input.kind === "letter" && letterFields(props, errorAt(textFields.subject))}
    ${textarea({
      name: textFields.body,
      label: t("texts.body"),
      hint: t("draft.body.hint"),
      value: input.body,
      rows: 18,
      error: errorAt(textFields.body),
      locale,
    })}
    ${placeholders(props)} ${button({ label: t("texts.save") })}
  </form>`;
}

function letterFields(
  { locale, leistungen, input }: TextPageProps,
  subjectError: string | undefined,
): SafeHtml {
  const t = bescheideTexts(locale);
  return html`${
    leistungen.length > 0 &&
    select({
      name: textFields.leistung,
      label: t("texts.leistung"),
      hint: t("texts.leistung.hint"),
      value: input.leistungSlug,
      emptyLabel: t("texts.for.all"),
      isLong: true,
      options: leistungen.map(({ slug, title }) => ({
        value: slug,
        label: title,
      })),
      locale,
    })
  }
  ${textInput({
    name: textFields.subject,
    label: t("texts.subject"),
    value: input.subject,
    autocomplete: "off",
    error: subjectError,
    locale,
  })}`;
}

/** What may stand in curly brackets here. */
function placeholders(props: TextPageProps): SafeHtml {
  const { locale, answerLabels, moduleNames, input } = props;
  const t = bescheideTexts(locale);
  const listed = (names: readonly string[]) =>
    names.map((name) => `{{${name}}}`).join(", ");
  const lines = [
    t("texts.placeholders.always", { names: listed(fixedNames) }),
    answerLabels.length > 0 &&
      t("texts.placeholders.answers", { names: listed(answerLabels) }),
    moduleNames.length > 0 &&
      input.kind !== "module" &&
      t("texts.placeholders.modules", {
        names: listed(moduleNames.map((name) => `Baustein: ${name}`)),
      }),
  ];
  return html`<div class="kern-body">
    <p><strong>${t("texts.placeholders")}</strong></p>
    ${lines.map((line) => line !== false && html`<p class="portal-break">${line}</p>`)}
  </div>`;
}

function afterForm({ id, version, isBase }: Text, locale: Locale): SafeHtml {
  const t = bescheideTexts(locale);
  return html`<p class="kern-body">
      ${link(textPaths.preview(id), t("texts.preview"))}
    </p>
    ${
      !isBase &&
      html`<p class="kern-body">${t("texts.versions", { version })}</p>
        <p class="kern-body">
          ${link(textPaths.removal(id), t("texts.remove"))}
        </p>`
    }`;
}

/** Asks before a text is used no more. */
export function removeTextPage({ id, name }: Text, locale: Locale): Page {
  const t = bescheideTexts(locale);
  const question = t("texts.remove.title", { name });
  return page({
    title: question,
    section: textPaths.list,
    main: confirmation({
      question,
      consequence: t("texts.remove.consequence"),
      action: textPaths.removal(id),
      confirmLabel: t("texts.remove.confirm"),
      cancel: { label: t("texts.remove.cancel"), href: textPaths.text(id) },
    }),
  });
}
