import { html, type SafeHtml } from "../platform/html/html.ts";
import type { Locale } from "../platform/i18n/texts.ts";
import { uiTexts } from "./i18n/texts.ts";
import { table } from "./table.ts";

export type ChangesTableProps = {
  readonly caption: string;
  readonly changes: readonly {
    readonly label: string;
    /** Each on a line of its own; none shows "Keine Angabe". */
    readonly before: readonly string[];
    readonly after: readonly string[];
  }[];
  readonly locale: Locale;
};

/** What was changed, old and new side by side. */
export function changesTable({
  caption,
  changes,
  locale,
}: ChangesTableProps): SafeHtml {
  const t = uiTexts(locale);
  const lines = (values: readonly string[]) =>
    values.length === 0
      ? html`<span class="portal-muted">${t("summary.empty")}</span>`
      : html`${values.map((value) => html`<div>${value}</div>`)}`;
  return table({
    caption,
    isCaptionHidden: true,
    columns: [
      { label: t("changes.label") },
      { label: t("changes.before") },
      { label: t("changes.after") },
    ],
    rows: changes.map(({ label, before, after }) => ({
      cells: [label, lines(before), lines(after)],
    })),
  });
}
