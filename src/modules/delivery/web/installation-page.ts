import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { badge } from "../../../ui/badge.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { table } from "../../../ui/table.ts";
import { deliveryTexts } from "../i18n/texts.ts";
import type { InstallationView } from "../use-cases/view-destinations.ts";
import { tallyChart } from "./tally-chart.ts";

type InstallationPageInput = {
  readonly locale: Locale;
  readonly view: InstallationView;
  /** Short name of a portal. */
  readonly nameOf: (tenantId: string) => string;
};

/** Destinations of the whole installation, those in trouble first. No application is to be seen. */
export function installationPage({
  locale,
  view,
  nameOf,
}: InstallationPageInput): SafeHtml {
  const t = deliveryTexts(locale);
  return html`${pageHeading({ title: t("installation.title"), lead: t("installation.lead") })}
  ${tallyChart(view.tally, locale) ?? html`<p class="kern-body">${t("chart.none")}</p>`}
  ${
    view.destinations.length === 0
      ? emptyState({
          title: t("installation.empty"),
          body: t("installation.empty.body"),
        })
      : table({
          caption: t("destinations.title"),
          columns: [
            { label: t("column.destination") },
            { label: t("installation.portal") },
            { label: t("destinations.condition") },
            { label: t("state.waiting"), isNumeric: true },
            { label: t("destinations.failed"), isNumeric: true },
            { label: t("state.delivered"), isNumeric: true },
          ],
          rows: view.destinations.map((destination) => ({
            cells: [
              destination.name,
              nameOf(destination.tenantId),
              destination.isHeld
                ? badge("warning", t("installation.held"))
                : badge("success", t("condition.normal")),
              destination.waiting,
              destination.failed,
              destination.delivered,
            ],
          })),
        })
  }`;
}
