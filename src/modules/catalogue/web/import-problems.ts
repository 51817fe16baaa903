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
import { importTexts, isImportKey } from "../i18n/texts.ts";
import type { ImportRun } from "../use-cases/feeds.ts";
import { editPath, inputLabel } from "./editor-labels.ts";

/** What was left out, what arrived otherwise than it was sent, and what the sender does not deliver any more: each with what to do. */
export function problemSections(run: ImportRun, locale: Locale): SafeHtml {
  const t = importTexts(locale);
  const { problems, counts, state } = run;
  if (state !== "applied") return foundSoFar(run, locale);
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
            locale,
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
          locale,
        })}`,
      isWide: true,
    })
  }
  ${gone(run, locale)}`;
}

/** Of a delivery that changed nothing, or is being read: all in one, because nothing arrived. */
function foundSoFar({ problems, counts }: ImportRun, locale: Locale): SafeHtml {
  const t = importTexts(locale);
  if (problems.length === 0) return html``;
  return section({
    title: t("problems.so-far"),
    body: html`<p>${t("problems.so-far.lead")}</p>
      ${problemTable(problems, {
        caption: t("problems.so-far"),
        all: (counts["skipped"] ?? 0) + (counts["remarked"] ?? 0),
        locale,
      })}`,
    isWide: true,
  });
}

function problemTable(
  problems: readonly ImportProblem[],
  {
    caption,
    all,
    locale,
  }: {
    readonly caption: string;
    readonly all: number;
    readonly locale: Locale;
  },
): SafeHtml {
  const t = importTexts(locale);
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
        whyOf(problem, locale),
        todoOf(problem, locale),
        whereOf(problem, locale),
      ],
    })),
  })}`;
}

/** Its name where it has one, and what kind of record it is. */
function recordOf({ element, name }: ImportProblem, locale: Locale): HtmlValue {
  const key = `element.${element}`;
  const kind = isImportKey(key)
    ? importTexts(locale)(key)
    : html`<span lang="de">${element}</span>`;
  return name === undefined
    ? kind
    : html`<span lang="de">${name}</span><br />${kind}`;
}

function whyOf({ problem, detail }: ImportProblem, locale: Locale): HtmlValue {
  const t = importTexts(locale);
  const key = `problem.${problem}`;
  const why = t(isImportKey(key) ? key : "problem.other");
  if (detail === undefined || detail === "") return why;
  const what = problem === "not-valid" ? inputLabel(detail, locale) : detail;
  return html`${why}<br />${what}`;
}

function todoOf({ problem }: ImportProblem, locale: Locale): string {
  const key = `todo.${problem}`;
  return importTexts(locale)(isImportKey(key) ? key : "todo.other");
}

function whereOf(
  { line, file, key }: ImportProblem,
  locale: Locale,
): HtmlValue {
  const t = importTexts(locale);
  const place = t("problems.line", { line });
  const at = file === undefined ? place : `${file}, ${place}`;
  return key === undefined
    ? at
    : html`${at}<br />${t("problems.key", { key })}`;
}

/** Leistungen that the sender has deleted, and which of them stay here. */
function gone({ gone: all, counts }: ImportRun, locale: Locale): HtmlValue {
  if (all.length === 0) return undefined;
  const t = importTexts(locale);
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
          ${kept.map(({ id, title }) => html`<li>${link(editPath(id), title)}</li>`)}
        </ul>`
    }`,
  });
}
