import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { programVersion } from "../../../platform/process/program-version.ts";
import { badge } from "../../../ui/badge.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import { operationTexts } from "../i18n/texts.ts";
import type {
  ConsoleView,
  MigrationsFound,
  ShownProcess,
} from "../use-cases/read-console.ts";
import { plot } from "./plot.ts";

/** Who is there, and who ended without a word. */
export function processPart(view: ConsoleView, locale: Locale): SafeHtml {
  const t = operationTexts(locale);
  return section({
    title: t("processes.title"),
    isWide: true,
    body: html`${plot(
      view,
      {
        id: "plot-processes",
        title: t("processes.plot"),
        series: [{ label: t("processes.title"), values: view.plots.processes }],
      },
      locale,
    )}
    ${table({
      caption: t("processes.list"),
      columns: [
        { label: t("processes.part") },
        { label: t("processes.version") },
        { label: t("processes.started") },
        { label: t("processes.seen") },
        { label: t("processes.state") },
      ],
      rows: view.processes.map((process) => ({
        cells: [
          t(`processes.part.${partOf(process)}`),
          process.version,
          formatDateTime(process.startedAt, locale),
          formatDateTime(process.seenAt, locale),
          process.isAlive
            ? badge("success", t("processes.alive"))
            : badge("warning", t("processes.gone")),
        ],
      })),
    })}`,
  });
}

function partOf({ servesWeb, worksQueue }: ShownProcess) {
  if (servesWeb && worksQueue) return "both";
  if (servesWeb) return "web";
  return worksQueue ? "worker" : "none";
}

/** What runs here, and from when the last back-up is. */
export function versionPart(view: ConsoleView, locale: Locale): SafeHtml {
  const t = operationTexts(locale);
  return section({
    title: t("versions.title"),
    isWide: true,
    body: definitionRows([
      { term: t("versions.program"), value: programVersion },
      { term: "Node.js", value: process.version },
      { term: t("versions.database"), value: view.database.version },
      {
        term: t("versions.migrations"),
        value: migrationsText(view.migrations, locale),
      },
      {
        term: t("versions.backup"),
        value: view.lastBackup
          ? formatDateTime(view.lastBackup, locale)
          : t("versions.backup.none"),
      },
    ]),
  });
}

function migrationsText(
  { newest = "–", pending }: MigrationsFound,
  locale: Locale,
): string {
  return pending === 0
    ? newest
    : operationTexts(locale)("versions.migrations.pending", {
        newest,
        count: pending,
      });
}
