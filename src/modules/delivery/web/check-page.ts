import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { badge } from "../../../ui/badge.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { table } from "../../../ui/table.ts";
import type { CheckStep } from "../domain/connector.ts";
import { deliveryTexts, type DeliveryText } from "../i18n/texts.ts";
import type { CheckedDestination } from "../use-cases/check-destination.ts";
import { causeText } from "./cause-text.ts";
import { deliveriesPath } from "./list-address.ts";

/** What was found when a destination was checked, in the order in which it was tried. */
export function checkPage(
  { name, report }: CheckedDestination,
  locale: Locale,
): SafeHtml {
  const t = deliveryTexts(locale);
  const title = t("check.title", { destination: name });
  return html`${backLink({ label: t("delivery.back"), href: deliveriesPath })}
  ${pageHeading({ title, lead: t("check.lead") })}
  ${table({
    caption: title,
    isCaptionHidden: true,
    columns: [
      { label: t("check.what") },
      { label: t("check.result") },
      { label: t("check.finding") },
    ],
    rows: report.map((step) => ({
      cells: [
        t(`check.${step.check}`),
        step.passed
          ? badge("success", t("check.passed"))
          : badge("danger", t("check.failed")),
        findingOf(step, t),
      ],
    })),
  })}`;
}

const findingOf = ({ passed, finding }: CheckStep, t: DeliveryText): string =>
  passed ? t("check.fine") : causeText(t, finding);
