import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDay } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { barChart } from "../../../ui/bar-chart.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import { sumOf } from "../domain/sums.ts";
import { operationTexts } from "../i18n/texts.ts";
import type { ConsoleView } from "../use-cases/read-console.ts";
import { formatCount, formatDuration } from "./amounts.ts";
import { operationPaths } from "./operation-paths.ts";
import { plot } from "./plot.ts";

const age = (seconds: number, locale: Locale) =>
  seconds > 0 ? formatDuration(seconds, locale) : "–";

/** What the worker has to do. */
export function queuePart(view: ConsoleView, locale: Locale): SafeHtml {
  const t = operationTexts(locale);
  return section({
    title: t("queue.title"),
    isWide: true,
    body: html`${plot(
        view,
        {
          id: "plot-queue",
          title: t("queue.plot"),
          series: [
            {
              label: t("queue.column.waiting"),
              values: view.plots["jobs.waiting"],
            },
            { label: t("queue.running"), values: view.plots["jobs.running"] },
          ],
        },
        locale,
      )}
      ${
        view.jobs.length === 0
          ? html`<p class="kern-body">${t("queue.empty")}</p>`
          : table({
              caption: t("queue.kinds"),
              columns: [
                { label: t("queue.kind") },
                ...(["waiting", "running", "dead", "oldest"] as const).map(
                  (name) => ({
                    label: t(`queue.column.${name}`),
                    isNumeric: true,
                  }),
                ),
              ],
              rows: view.jobs.map((job) => ({
                cells: [
                  job.name,
                  formatCount(job.waiting, locale),
                  formatCount(job.running, locale),
                  formatCount(job.dead, locale),
                  age(job.overdueSeconds, locale),
                ],
              })),
            })
      }
      <p class="kern-body">${link(operationPaths.jobs, t("queue.look"))}</p>`,
  });
}

/** What goes to the authorities' back offices. */
export function deliveryPart(view: ConsoleView, locale: Locale): SafeHtml {
  const t = operationTexts(locale);
  return section({
    title: t("deliveries.title"),
    isWide: true,
    body: html`${plot(
        view,
        {
          id: "plot-deliveries",
          title: t("deliveries.plot"),
          series: [
            {
              label: t("deliveries.waiting"),
              values: view.plots["deliveries.waiting"],
            },
            {
              label: t("deliveries.plot.held"),
              values: view.plots["deliveries.held"],
            },
          ],
        },
        locale,
      )}
      ${deliveryKinds(view, locale)} ${deliveryDays(view, locale)}
      <p class="kern-body">
        ${link(operationPaths.deliveries, t("deliveries.look"))}
      </p>`,
  });
}

const settled = [
  ["deliveries.delivered-today", "deliveredToday"],
  ["deliveries.failed-today", "failedToday"],
  ["deliveries.delivered", "delivered"],
  ["deliveries.failed", "failed"],
] as const;

function deliveryKinds({ deliveries }: ConsoleView, locale: Locale): SafeHtml {
  const t = operationTexts(locale);
  if (deliveries.length === 0)
    return html`<p class="kern-body">${t("deliveries.none")}</p>`;
  return table({
    caption: t("deliveries.kinds"),
    columns: [
      { label: t("deliveries.kind") },
      ...(
        ["deliveries.waiting", "deliveries.held", "deliveries.oldest"] as const
      ).map((name) => ({ label: t(name), isNumeric: true })),
      ...settled.map(([name]) => ({ label: t(name), isNumeric: true })),
    ],
    rows: deliveries.map((each) => ({
      cells: [
        each.connector === "unknown" ? t("deliveries.unknown") : each.connector,
        formatCount(each.waiting, locale),
        formatCount(each.held, locale),
        age(each.oldestSeconds, locale),
        ...settled.map(([, value]) => formatCount(each[value], locale)),
      ],
    })),
  });
}

function deliveryDays({ deliveryDays: days }: ConsoleView, locale: Locale) {
  if (days.length === 0) return undefined;
  const t = operationTexts(locale);
  const summary = t("deliveries.days.summary", {
    days: days.length,
    delivered: sumOf(days, (day) => day.delivered),
    waiting: sumOf(days, (day) => day.waiting),
    failed: sumOf(days, (day) => day.failed),
  });
  return html`<p class="kern-body">${summary}</p>
    ${barChart({
      summary,
      series: [
        { kind: "done", label: t("deliveries.delivered") },
        { kind: "open", label: t("deliveries.waiting") },
        { kind: "failed", label: t("deliveries.failed") },
      ],
      bars: days.map(({ day, delivered, waiting, failed }) => ({
        label: formatDay(day, locale),
        values: [delivered, waiting, failed],
      })),
      table: {
        title: t("plot.table", { title: t("deliveries.days") }),
        firstColumn: t("deliveries.day"),
      },
    })}`;
}

/** Mails of all portals. */
export function mailPart(view: ConsoleView, locale: Locale): SafeHtml {
  const t = operationTexts(locale);
  return section({
    title: t("mails.title"),
    isWide: true,
    body: html`${plot(
        view,
        {
          id: "plot-mails",
          title: t("mail.plot"),
          series: [
            {
              label: t("mails.state.waiting"),
              values: view.plots["mails.waiting"],
            },
            {
              label: t("mail.plot.failed"),
              values: view.plots["mails.failed"],
            },
          ],
        },
        locale,
      )}
      ${
        view.mails.length === 0
          ? html`<p class="kern-body">${t("mails.empty.title")}</p>`
          : table({
              caption: t("mail.states"),
              columns: [
                { label: t("mail.state") },
                { label: t("mail.count"), isNumeric: true },
                { label: t("mail.oldest"), isNumeric: true },
              ],
              rows: view.mails.map(({ state, count, oldestSeconds }) => ({
                cells: [
                  t(`mails.state.${state}`),
                  formatCount(count, locale),
                  age(oldestSeconds, locale),
                ],
              })),
            })
      }
      <p class="kern-body">${link(operationPaths.mails, t("mail.look"))}</p>`,
  });
}
