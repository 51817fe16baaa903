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
    note: noteOf(steps, series, locale),
    words: {
      highest: t("plot.highest"),
      tableTitle: t("plot.table", { title }),
      firstColumn: t("plot.time"),
      notMeasured: t("plot.not-measured"),
    },
  });
}

/** What will be seen and from when, as long as there is no line: a new installation has one value at most. */
function noteOf(
  steps: readonly number[],
  series: PlotProps["series"],
  locale: Locale,
): string | undefined {
  const t = operationTexts(locale);
  const measured = Math.max(
    ...series.map(
      ({ values }) => values.filter((value) => value !== undefined).length,
    ),
  );
  if (measured === 0) return t("plot.note.none");
  const [last, before] = [steps.at(-1), steps.at(-2)];
  if (measured > 1 || last === undefined || before === undefined)
    return undefined;
  const next = new Date(last + (last - before));
  return t("plot.note.first", { at: formatDateTime(next, locale) });
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
