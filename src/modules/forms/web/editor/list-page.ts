import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../../shell/web/route.ts";
import { badge } from "../../../../ui/badge.ts";
import { linkButton } from "../../../../ui/button.ts";
import { emptyState } from "../../../../ui/empty-state.ts";
import { pageHeading } from "../../../../ui/heading.ts";
import { link } from "../../../../ui/link.ts";
import { table } from "../../../../ui/table.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import type { FormListEntry } from "../../use-cases/list-forms.ts";
import { editorPaths } from "./editor-paths.ts";
import { statusName } from "./status-name.ts";

/** All forms with what this portal makes of them. */
export function listPage(
  forms: readonly FormListEntry[],
  locale: Locale,
): Page {
  const t = editorTexts(locale);
  return page({
    title: t("list.title"),
    layout: "wide",
    section: editorPaths.root,
    main: html`${pageHeading({ title: t("list.title"), lead: t("list.lead") })}
    ${linkButton({ label: t("list.import"), href: editorPaths.import, variant: "secondary" })}
    ${
      forms.length === 0
        ? emptyState({
            title: t("list.empty.title"),
            body: t("list.empty.body"),
          })
        : formTable(forms, locale)
    }`,
  });
}

function formTable(forms: readonly FormListEntry[], locale: Locale): SafeHtml {
  const t = editorTexts(locale);
  return table({
    caption: t("list.caption"),
    isCaptionHidden: true,
    columns: [
      { label: t("list.column.title") },
      { label: t("list.column.id") },
      { label: t("list.column.status") },
      { label: t("list.column.published") },
      { label: t("list.column.tasks") },
    ],
    rows: forms.map((form) => ({ cells: cellsOf(form, locale) })),
  });
}

function cellsOf(form: FormListEntry, locale: Locale): (SafeHtml | string)[] {
  const t = editorTexts(locale);
  const { formKey, versions, published } = form;
  const shown = published?.version ?? versions[0];
  return [
    link(editorPaths.form(formKey), shown?.title ?? formKey),
    t("list.version", { id: formKey, version: shown?.version ?? "" }),
    statusName(shown?.releaseStatus ?? "", locale),
    publishedCell(form, locale),
    tasksCell(form, locale),
  ];
}

function publishedCell({ published }: FormListEntry, locale: Locale): SafeHtml {
  const t = editorTexts(locale);
  if (!published) return badge("neutral", t("list.not-published"));
  const { version } = published.version;
  return badge(
    "success",
    published.inheritedFrom === undefined
      ? t("list.published", { version })
      : t("list.inherited", { version, authority: published.inheritedFrom }),
  );
}

function tasksCell(form: FormListEntry, locale: Locale): SafeHtml | string {
  const t = editorTexts(locale);
  const { untranslatedRules = 0 } =
    form.published?.version ?? form.versions[0] ?? {};
  const tasks = [
    untranslatedRules === 1 && t("list.task.rules.one"),
    untranslatedRules > 1 && t("list.task.rules", { count: untranslatedRules }),
    form.hasUnpublishedChanges && t("list.task.changes"),
    form.hasNewerVersion && t("list.task.version"),
  ].filter((task) => task !== false);
  if (tasks.length === 0) return t("list.task.none");
  return html`<ul class="portal-list">
    ${tasks.map((task) => html`<li>${task}</li>`)}
  </ul>`;
}
