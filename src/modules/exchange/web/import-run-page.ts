import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { alert } from "../../../ui/alert.ts";
import { badge } from "../../../ui/badge.ts";
import { linkButton } from "../../../ui/button.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { summaryList } from "../../../ui/summary-list.ts";
import { table } from "../../../ui/table.ts";
import { exchangeTexts } from "../i18n/texts.ts";
import type { ImportRun } from "../use-cases/feeds.ts";
import { detailWords } from "./import-detail.ts";
import { problemSections, type LeistungEditor } from "./import-problems.ts";
import { importsPath } from "./imports-path.ts";

const results = ["added", "changed", "removed", "skipped"] as const;
const kinds = [
  "leistung",
  "specialisation",
  "organisation",
  "online-service",
  "zustaendigkeit",
  "deleted",
] as const;

/** Imports with what came of them, newest first. */
export function runsTable(
  runs: readonly ImportRun[],
  locale: Locale,
): SafeHtml {
  const t = exchangeTexts(locale);
  if (runs.length === 0) return html`<p>${t("runs.none")}</p>`;
  return table({
    caption: t("runs.title"),
    isCaptionHidden: true,
    columns: [
      { label: t("run.started") },
      { label: t("run.state") },
      ...results.map((it) => ({ label: t(`run.${it}`), isNumeric: true })),
    ],
    rows: runs.map((run) => ({
      cells: [
        html`<a class="kern-link" href="${importsPath}/${run.id}"
          >${formatDateTime(run.startedAt, locale)}</a
        >`,
        stateOf(run, locale),
        ...results.map((it) => figure(run.counts[it] ?? 0, locale)),
      ],
    })),
  });
}

const figure = (count: number, locale: Locale) =>
  new Intl.NumberFormat(locale).format(count);

function stateOf({ state }: ImportRun, locale: Locale): SafeHtml {
  const kind = {
    reading: "info",
    applied: "success",
    refused: "warning",
  } as const;
  return badge(kind[state], exchangeTexts(locale)(`run.state.${state}`));
}

/** One import: how far it is, what was read, and what was left out for which reason. */
export function importRunPage(
  run: ImportRun,
  locale: Locale,
  editor: LeistungEditor,
): SafeHtml {
  const t = exchangeTexts(locale);
  const moment = formatDateTime(run.startedAt, locale);
  return html`${pageHeading({ title: t("run.title", { moment }) })}
  ${progress(run, locale)} ${refusal(run, locale)}
  ${summaryList({
    entries: [
      { label: t("run.state"), values: [stateOf(run, locale)] },
      {
        label: t("run.ended"),
        values: run.endedAt ? [formatDateTime(run.endedAt, locale)] : [],
      },
      ...results.map((it) => ({
        label: t(`run.${it}`),
        values: [figure(run.counts[it] ?? 0, locale)],
      })),
    ],
    locale,
  })}
  ${section({ title: t("run.counts"), body: countsOf(run, locale) })}
  ${problemSections(run, { locale, editor })}
  ${linkButton({ label: t("run.back"), href: importsPath, variant: "secondary" })}`;
}

function progress(run: ImportRun, locale: Locale): HtmlValue {
  if (run.state !== "reading") return undefined;
  const t = exchangeTexts(locale);
  return alert({
    kind: "info",
    title: t("run.progress", { count: figure(run.readSoFar, locale) }),
    body: html`<p class="kern-body">${t("run.progress.body")}</p>
      <p>
        <a class="kern-link" href="${importsPath}/${run.id}"
          >${t("imports.reload")}</a
        >
      </p>`,
  });
}

function refusal(
  { state, refusal, detail }: ImportRun,
  locale: Locale,
): HtmlValue {
  if (state !== "refused") return undefined;
  const t = exchangeTexts(locale);
  const kind = refusal === "empty" ? "empty" : "broken";
  return alert({
    kind: "warning",
    title: t("run.refused"),
    body: html`<p class="kern-body">${t(`outcome.${kind}`)}</p>
      ${
        detail !== undefined &&
        html`<p class="kern-body">
          ${t("run.detail", { detail: detailWords(detail, locale) })}
        </p>`
      }
      <p class="kern-body">${t(`todo.${kind}`)}</p>`,
  });
}

function countsOf({ counts }: ImportRun, locale: Locale): SafeHtml {
  const t = exchangeTexts(locale);
  return table({
    caption: t("run.counts"),
    isCaptionHidden: true,
    columns: [
      { label: t("run.kind") },
      { label: t("run.count"), isNumeric: true },
    ],
    rows: kinds.map((kind) => ({
      cells: [t(`kind.${kind}`), figure(counts[kind] ?? 0, locale)],
    })),
  });
}
