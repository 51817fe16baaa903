import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import { representationTexts } from "../i18n/texts.ts";
import type { ShownAction } from "../use-cases/list-actions.ts";

/** What was done on behalf of somebody, the newest first. */
export function actionSection(
  actions: readonly ShownAction[],
  locale: Locale,
): SafeHtml {
  const t = representationTexts(locale);
  const title = t("actions.title");
  if (actions.length === 0)
    return section({ title, body: html`<p>${t("actions.empty")}</p>` });
  return section({
    title,
    isWide: true,
    body: table({
      caption: title,
      isCaptionHidden: true,
      columns: [
        { label: t("actions.at") },
        { label: t("actions.by") },
        { label: t("actions.what") },
      ],
      rows: actions.map((action) => ({
        cells: [
          formatDateTime(action.at, locale),
          action.by ?? t("actions.by.gone"),
          [
            t(`action.${action.kind}`),
            action.leistung,
            action.reference,
            action.portalName,
          ]
            .filter((part) => part !== undefined)
            .join(", "),
        ],
      })),
    }),
  });
}
