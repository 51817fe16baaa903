import type { SafeHtml } from "../../../platform/html/html.ts";
import { formatDateTime, formatTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { lineChart } from "../../../ui/line-chart.ts";
import { operationTexts } from "../i18n/texts.ts";
import type { ConsoleView, Plot } from "../use-cases/read-console.ts";
import { formatCount } from "./amounts.ts";

export type PlotProps = {
  readonly id: string;
  readonly title: string;
  readonly series: readonly { readonly label: string; readonly values: Plot }[];
  readonly format?: (value: number) => string;
};

/** One plot of the operator's page over the chosen time. */
export function plot(
  { span, steps }: Pick<ConsoleView, "span" | "steps">,
  { id, title, series, format: given }: PlotProps,
  locale: Locale,
): SafeHtml {
  const t = operationTexts(locale);
  const format = given ?? ((value: number) => formatCount(value, locale));
  return lineChart({
    id,
    title,
    summary: summaryOf(
      { title, values: series[0]?.values ?? [], format },
      locale,
    ),
    series,
    labels: steps.map((at) =>
      span === "tag"
        ? formatTime(new Date(at), locale)
        : formatDateTime(new Date(at), locale),
    ),
    format,
    words: {
      highest: t("plot.highest"),
      tableTitle: t("plot.table", { title }),
      firstColumn: t("plot.time"),
      notMeasured: t("plot.not-measured"),
    },
  });
}

function summaryOf(
  {
    title,
    values,
    format,
  }: {
    readonly title: string;
    readonly values: Plot;
    readonly format: (value: number) => string;
  },
  locale: Locale,
): string {
  const t = operationTexts(locale);
  const measured = values.filter((value) => value !== undefined);
  const last = measured.at(-1);
  return last === undefined
    ? t("plot.summary.none", { title })
    : t("plot.summary", {
        title,
        last: format(last),
        highest: format(Math.max(...measured)),
        lowest: format(Math.min(...measured)),
      });
}
