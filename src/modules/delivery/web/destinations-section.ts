import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { badge } from "../../../ui/badge.ts";
import { button } from "../../../ui/button.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import { deliveryTexts, type DeliveryText } from "../i18n/texts.ts";
import type {
  DestinationOverview,
  DestinationsView,
} from "../use-cases/view-destinations.ts";
import { destinationsPath } from "./list-address.ts";
import { tallyChart } from "./tally-chart.ts";

type SectionInput = {
  readonly locale: Locale;
  readonly view: DestinationsView;
  readonly mayEdit: boolean;
};

/** How each destination is, the last two weeks as a picture, and what can be done about all of a destination at once. */
export function destinationsSection({
  locale,
  view,
  mayEdit,
}: SectionInput): HtmlValue {
  const t = deliveryTexts(locale);
  if (view.destinations.length === 0) return undefined;
  const chart = tallyChart(view.tally, locale);
  return html`${section({
    title: t("destinations.title"),
    isWide: true,
    body: table({
      caption: t("destinations.title"),
      isCaptionHidden: true,
      columns: [
        { label: t("column.destination") },
        { label: t("destinations.condition") },
        { label: t("state.waiting"), isNumeric: true },
        { label: t("destinations.failed"), isNumeric: true },
        { label: t("state.delivered"), isNumeric: true },
        ...(mayEdit ? [{ label: t("column.action") }] : []),
      ],
      rows: view.destinations.map((destination) => ({
        cells: [
          destination.name,
          conditionOf(destination, { locale, t }),
          destination.counts.waiting ?? 0,
          failedOf(destination),
          (destination.counts.delivered ?? 0) +
            (destination.counts.accepted ?? 0),
          ...(mayEdit ? [actionsOf(destination, t)] : []),
        ],
      })),
    }),
  })}
  ${chart && section({ title: t("chart.title"), body: chart })}`;
}

const failedOf = ({ counts }: DestinationOverview) =>
  (counts.rejected ?? 0) + (counts.dead ?? 0);

function conditionOf(
  { condition, openUntil }: DestinationOverview,
  { locale, t }: { locale: Locale; t: DeliveryText },
): SafeHtml {
  if (condition !== "disturbed" || !openUntil)
    return badge(
      condition === "normal" ? "success" : "neutral",
      t(`condition.${condition}`),
    );
  const time = formatDateTime(openUntil, locale);
  return html`${badge("warning", t("condition.disturbed"))}
  ${t("condition.next", { time })}`;
}

function actionsOf(
  destination: DestinationOverview,
  t: DeliveryText,
): HtmlValue {
  const { destinationId, name, condition } = destination;
  const failed = failedOf(destination);
  const form = (verb: string, label: string) =>
    html`<form
      method="post"
      action="${destinationsPath}/${destinationId}/${verb}"
    >
      ${button({ label, context: name, variant: "tertiary" })}
    </form>`;
  return html`<div class="portal-row-actions">
    ${form("pruefung", t("check.button"))}
    ${
      failed > 0 &&
      form(
        "wiederholung",
        failed === 1
          ? t("destinations.resend.one")
          : t("destinations.resend", { count: String(failed) }),
      )
    }
    ${
      condition === "paused"
        ? form("fortsetzung", t("destinations.continue"))
        : condition !== "off" && form("pause", t("destinations.pause"))
    }
  </div>`;
}
