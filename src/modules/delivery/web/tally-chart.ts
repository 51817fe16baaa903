import { formatDateTime, formatDay } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { barChart } from "../../../ui/bar-chart.ts";
import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { deliveryTexts } from "../i18n/texts.ts";
import type { Tally } from "../use-cases/view-destinations.ts";

/** What went out, waits and failed in the last days, as a picture and as a table. Nothing before it was counted for the first time. */
export function tallyChart(
  { days, countedAt }: Tally,
  locale: Locale,
): SafeHtml | undefined {
  if (days.length === 0 || !countedAt) return undefined;
  const t = deliveryTexts(locale);
  const total = (count: (day: Tally["days"][number]) => number) =>
    String(days.reduce((sum, day) => sum + count(day), 0));
  const summary = t("chart.summary", {
    days: String(days.length),
    delivered: total((day) => day.delivered),
    waiting: total((day) => day.waiting),
    failed: total((day) => day.failed),
  });
  return html`<p class="kern-body">${summary}</p>
    ${barChart({
      summary,
      series: [
        { kind: "done", label: t("chart.delivered") },
        { kind: "open", label: t("chart.waiting") },
        { kind: "failed", label: t("chart.failed") },
      ],
      bars: days.map(({ day, delivered, waiting, failed }) => ({
        label: formatDay(day, locale),
        values: [delivered, waiting, failed],
      })),
      table: { title: t("chart.table"), firstColumn: t("chart.day") },
    })}
    <p class="kern-body">
      ${t("chart.counted", { time: formatDateTime(countedAt, locale) })}
    </p>`;
}
