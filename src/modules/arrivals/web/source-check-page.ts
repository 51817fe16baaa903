import { html } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { badge } from "../../../ui/badge.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { table } from "../../../ui/table.ts";
import { describeCause, type CheckReport } from "../../delivery/index.ts";
import { arrivalsTexts } from "../i18n/texts.ts";
import { sourcesPath } from "./arrivals-paths.ts";

/** What was found, in the order in which it was tried. */
export function sourceCheckPage({
  report,
  locale,
  back,
}: {
  readonly report: CheckReport;
  readonly locale: Locale;
  readonly back: string;
}): Page {
  const t = arrivalsTexts(locale);
  const title = t("check.title");
  return page({
    title,
    section: sourcesPath,
    main: html`${backLink({ label: t("check.back"), href: back })}
    ${pageHeading({ title, lead: t("check.lead") })}
    ${table({
      caption: title,
      isCaptionHidden: true,
      columns: [
        { label: t("check.what") },
        { label: t("check.result") },
        { label: t("check.finding") },
      ],
      rows: report.map(({ check, passed, finding }) => ({
        cells: [
          t(`check.${check}`),
          badge(
            passed ? "success" : "danger",
            t(passed ? "check.passed" : "check.failed"),
          ),
          passed ? t("check.fine") : describeCause(locale, finding),
        ],
      })),
    })}`,
  });
}
