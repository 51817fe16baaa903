import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import { isRemark, type ImportProblem } from "../domain/import-problem.ts";
import { exchangeTexts, isExchangeKey } from "../i18n/texts.ts";
import type { ImportRun } from "../use-cases/feeds.ts";

/** Where editors write a Leistung, and what a part of its content is called there. */
export type LeistungEditor = {
  pathOf(leistungId: string): string;
  nameOfPart(part: string, locale: Locale): string;
};

type Shown = { readonly locale: Locale; readonly editor: LeistungEditor };

/** What was left out, what arrived otherwise than it was sent, and what the sender does not deliver any more: each with what to do. */
export function problemSections(run: ImportRun, shown: Shown): SafeHtml {
  const t = exchangeTexts(shown.locale);
  const { problems, counts, state } = run;
  if (state !== "applied") return foundSoFar(run, shown);
  const left = problems.filter((problem) => !isRemark(problem));
  const remarks = problems.filter(isRemark);
  return html`${section({
    title: t("problems.title"),
    body:
      left.length === 0
        ? html`<p>${t("problems.none")}</p>`
        : problemTable(left, {
            caption: t("problems.title"),
            all: counts["skipped"] ?? 0,
            ...shown,
          }),
    isWide: true,
  })}
  ${
    remarks.length > 0 &&
    section({
      title: t("remarks.title"),
      body: html`<p>${t("remarks.lead")}</p>
        ${problemTable(remarks, {
          caption: t("remarks.title"),
          all: counts["remarked"] ?? 0,
          ...shown,
        })}`,
      isWide: true,
    })
  }
  ${gone(run, shown)}`;
}

/** Of a delivery that changed nothing, or is being read: all in one, because nothing arrived. */
function foundSoFar({ problems, counts }: ImportRun, shown: Shown): SafeHtml {
  const t = exchangeTexts(shown.locale);
  if (problems.length === 0) return html``;
  return section({
    title: t("problems.so-far"),
    body: html`<p>${t("problems.so-far.lead")}</p>
      ${problemTable(problems, {
        caption: t("problems.so-far"),
        all: (counts["skipped"] ?? 0) + (counts["remarked"] ?? 0),
        ...shown,
      })}`,
    isWide: true,
  });
}

function problemTable(
  problems: readonly ImportProblem[],
  {
    caption,
    all,
    ...shown
  }: Shown & { readonly caption: string; readonly all: number },
): SafeHtml {
  const { locale } = shown;
  const t = exchangeTexts(locale);
  const isCut = all > problems.length;
  return html`${isCut && html`<p>${t("problems.more", { count: problems.length, all })}</p>`}
  ${table({
    caption,
    isCaptionHidden: true,
    columns: [
      { label: t("problems.element") },
      { label: t("problems.why") },
      { label: t("problems.todo") },
      { label: t("problems.where") },
    ],
    rows: problems.map((problem) => ({
      cells: [
        recordOf(problem, locale),
        whyOf(problem, shown),
        todoOf(problem, locale),
        whereOf(problem, locale),
      ],
    })),
  })}`;
}

/** Its name where it has one, and what kind of record it is. */
function recordOf({ element, name }: ImportProblem, locale: Locale): HtmlValue {
  const key = `element.${element}`;
  const kind = isExchangeKey(key)
    ? exchangeTexts(locale)(key)
    : html`<span lang="de">${element}</span>`;
  return name === undefined
    ? kind
    : html`<span lang="de">${name}</span><br />${kind}`;
}

function whyOf(
  { problem, detail }: ImportProblem,
  { locale, editor }: Shown,
): HtmlValue {
  const t = exchangeTexts(locale);
  const key = `problem.${problem}`;
  const why = t(isExchangeKey(key) ? key : "problem.other");
  if (detail === undefined || detail === "") return why;
  const what =
    problem === "not-valid" ? editor.nameOfPart(detail, locale) : detail;
  return html`${why}<br />${what}`;
}

function todoOf({ problem }: ImportProblem, locale: Locale): string {
  const key = `todo.${problem}`;
  return exchangeTexts(locale)(isExchangeKey(key) ? key : "todo.other");
}

function whereOf(
  { line, file, key }: ImportProblem,
  locale: Locale,
): HtmlValue {
  const t = exchangeTexts(locale);
  const place = t("problems.line", { line });
  const at = file === undefined ? place : `${file}, ${place}`;
  return key === undefined
    ? at
    : html`${at}<br />${t("problems.key", { key })}`;
}

/** Leistungen that the sender has deleted, and which of them stay here. */
function gone(
  { gone: all, counts }: ImportRun,
  { locale, editor }: Shown,
): HtmlValue {
  if (all.length === 0) return undefined;
  const t = exchangeTexts(locale);
  const removed = all.filter(({ isKept }) => !isKept);
  const kept = all.filter(({ isKept }) => isKept);
  const isCut = (counts["removed"] ?? 0) > removed.length;
  return section({
    title: t("gone.title"),
    body: html`${
      removed.length > 0 &&
      html`<p>${t("gone.removed")}</p>
        <ul class="kern-list kern-list--bullet" lang="de">
          ${removed.map(({ title }) => html`<li>${title}</li>`)}
        </ul>`
    }
    ${isCut && html`<p>${t("gone.more", { count: removed.length })}</p>`}
    ${
      kept.length > 0 &&
      html`<p>${t("gone.kept")}</p>
        <ul class="kern-list kern-list--bullet" lang="de">
          ${kept.map(({ id, title }) => html`<li>${link(editor.pathOf(id), title)}</li>`)}
        </ul>`
    }`,
  });
}
