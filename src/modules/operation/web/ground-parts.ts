import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import { formatSize } from "../../../platform/i18n/sizes.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import { operationTexts } from "../i18n/texts.ts";
import type { ConsoleView } from "../use-cases/read-console.ts";
import { formatCount } from "./amounts.ts";
import { plot } from "./plot.ts";

/** Errors in the logs of all processes, by kind only. */
export function faultPart(view: ConsoleView, locale: Locale): SafeHtml {
  const t = operationTexts(locale);
  return section({
    title: t("faults.title"),
    id: "fehler",
    isWide: true,
    body: html`${plot(
      view,
      {
        id: "plot-faults",
        title: t("faults.title"),
        series: [{ label: t("faults.plot"), values: view.faultPlot }],
      },
      locale,
    )}
    ${
      view.faults.length === 0
        ? html`<p class="kern-body">${t("faults.none")}</p>`
        : html`${table({
              caption: t("faults.kinds"),
              columns: [
                { label: t("faults.kind") },
                { label: t("faults.count"), isNumeric: true },
                { label: t("faults.last") },
              ],
              rows: view.faults.map(({ kind, count, lastAt }) => ({
                cells: [
                  html`<code class="portal-break">${kind}</code>`,
                  formatCount(count, locale),
                  formatDateTime(lastAt, locale),
                ],
              })),
            })}
            <p class="kern-body">${t("faults.note")}</p>`
    }`,
  });
}

/** How large the database is, and what takes the space. */
export function databasePart(view: ConsoleView, locale: Locale): SafeHtml {
  const t = operationTexts(locale);
  const size = (bytes: number) => formatSize(bytes, locale);
  const measured = view.plots["database.bytes"].filter(
    (value) => value !== undefined,
  );
  const [first] = measured;
  return section({
    title: t("database.title"),
    isWide: true,
    body: html`${plot(
      view,
      {
        id: "plot-database",
        title: t("database.plot"),
        series: [
          { label: t("database.size"), values: view.plots["database.bytes"] },
        ],
        format: size,
      },
      locale,
    )}
    ${definitionRows([
      { term: t("database.size"), value: size(view.database.bytes) },
      {
        term: t("database.growth"),
        value:
          first === undefined
            ? t("database.growth.unknown")
            : growth(view.database.bytes - first, locale),
      },
    ])}
    ${table({
      caption: t("database.groups"),
      columns: [
        { label: t("database.group") },
        { label: t("database.group.size"), isNumeric: true },
      ],
      rows: view.database.schemas
        .slice(0, shownGroups)
        .map(({ name, bytes }) => ({ cells: [name, size(bytes)] })),
    })}`,
  });
}

/** The others take next to nothing. */
const shownGroups = 10;

function growth(bytes: number, locale: Locale): string {
  const sign = bytes < 0 ? "−" : "+";
  return bytes === 0 ? "0" : `${sign} ${formatSize(Math.abs(bytes), locale)}`;
}

/** The disk of this machine, where something is kept on it. */
export function diskPart(view: ConsoleView, locale: Locale): SafeHtml {
  const t = operationTexts(locale);
  const { disk } = view;
  const size = (bytes: number) => formatSize(bytes, locale);
  return section({
    title: t("disk.title"),
    isWide: true,
    body: disk
      ? html`${plot(
            view,
            {
              id: "plot-disk",
              title: t("disk.plot"),
              series: [
                { label: t("disk.free"), values: view.plots["disk.free"] },
              ],
              format: size,
            },
            locale,
          )}
          ${definitionRows([
            { term: t("disk.free"), value: size(disk.free) },
            { term: t("disk.total"), value: size(disk.total) },
          ])}
          <p class="kern-body">${t("disk.note")}</p>`
      : html`<p class="kern-body">${t("disk.none")}</p>`,
  });
}
