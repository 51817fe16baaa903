import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { badge } from "../../../ui/badge.ts";
import { button, buttonRow, linkButton } from "../../../ui/button.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { select, type Option } from "../../../ui/select.ts";
import { table } from "../../../ui/table.ts";
import { textarea } from "../../../ui/textarea.ts";
import { needsTarget, type BatchAction } from "../domain/batch.ts";
import { longestNote } from "../domain/note.ts";
import { formatQueueQuery, type QueueQuery } from "../domain/queue-query.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import { worklistTexts } from "../i18n/worklist-texts.ts";
import type { BatchRefusal, PlannedItem } from "../use-cases/plan-batch.ts";
import type { ReadBatch } from "../use-cases/read-batch.ts";
import { batchFields } from "./batch-fields.ts";
import { queueHref } from "./queue-href.ts";
import { stateBadge } from "./state-words.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

export type PreviewProps = {
  readonly locale: Locale;
  /** The list that the items were chosen from. */
  readonly query: QueueQuery;
  readonly action: BatchAction;
  readonly items: readonly PlannedItem[];
  readonly targets: readonly Option[];
  readonly target: string;
  readonly text: string;
  readonly problem: BatchRefusal["kind"] | undefined;
};

/** What would happen to each Vorgang, before anything does. */
export function previewPage(props: PreviewProps): Page {
  const { locale, action, items, problem } = props;
  const t = worklistTexts(locale);
  const possible = items.filter(({ verdict }) => verdict === "possible").length;
  const title = t("batch.preview.title", {
    action: t(`batch.action.${action}`),
  });
  const lead = t("batch.preview.lead", { possible, count: items.length });
  return page({
    title,
    layout: "wide",
    section: vorgaengePaths.queue,
    status: problem === undefined ? 200 : 422,
    scripts: problem === undefined ? [] : ["focus-error-summary"],
    main: html`${pageHeading({ title, lead })}
      ${errorSummary({ errors: fieldErrors(props), locale })}
      ${
        problem !== undefined &&
        !isOfField(problem) &&
        alert({
          kind: "danger",
          title: t("batch.error"),
          body: t(`batch.${problem}`),
          isAnnounced: true,
        })
      }
      <form method="post" action="${vorgaengePaths.batches}">
        <input type="hidden" name="${batchFields.action}" value="${action}" />
        <input
          type="hidden"
          name="${batchFields.list}"
          value="${formatQueueQuery(props.query)}"
        />
        ${items.map(hiddenItem)} ${inputs(props)}
        ${buttonRow(
          button({ label: t("batch.confirm", { count: items.length }) }),
          linkButton({
            label: t("batch.cancel"),
            href: queueHref(props.query),
            variant: "secondary",
          }),
        )}
        ${plannedTable(items, locale)}
      </form>`,
  });
}

/** What is said at the text or the choice; anything else stands above the page. */
const ofFields = {
  "note-missing": batchFields.text,
  "note-too-long": batchFields.text,
  "target-missing": batchFields.target,
} as const satisfies Partial<Record<BatchRefusal["kind"], string>>;

function isOfField(
  problem: BatchRefusal["kind"],
): problem is keyof typeof ofFields {
  return problem in ofFields;
}

function fieldErrors({ problem, locale }: PreviewProps) {
  if (problem === undefined || !isOfField(problem)) return [];
  const text = worklistTexts(locale)(`batch.${problem}`);
  return [{ fieldId: ofFields[problem], text }];
}

function hiddenItem({ vorgangId, expectedPosition }: PlannedItem): SafeHtml {
  return html`<input
    type="hidden"
    name="${batchFields.item}"
    value="${vorgangId}_${expectedPosition}"
  />`;
}

function inputs(props: PreviewProps): SafeHtml | false {
  const { locale, action, targets, target, text } = props;
  const error = fieldErrors(props)[0]?.text;
  const t = worklistTexts(locale);
  if (action === "note-to-applicant")
    return textarea({
      name: batchFields.text,
      label: t("batch.text"),
      hint: t("batch.text.hint"),
      value: text,
      maxLength: longestNote,
      error,
      locale,
    });
  if (!needsTarget(action)) return false;
  const key =
    action === "assigned" || action === "moved-to-team" ? action : "labelled";
  return select({
    name: batchFields.target,
    label: t(`batch.target.${key}`),
    options: targets,
    value: target,
    error,
    locale,
  });
}

function plannedTable(items: readonly PlannedItem[], locale: Locale): SafeHtml {
  const t = worklistTexts(locale);
  return table({
    caption: t("batch.items"),
    isCaptionHidden: true,
    columns: [
      { label: vorgaengeTexts(locale)("queue.column.reference") },
      { label: t("column.leistung") },
      { label: t("column.state") },
      { label: t("batch.verdict") },
    ],
    rows: items.map(({ vorgang, vorgangId, verdict, stateNames }) => ({
      cells: [
        vorgang
          ? link(vorgaengePaths.vorgang(vorgangId), vorgang.reference)
          : "–",
        vorgang?.leistungTitle ?? "–",
        vorgang ? stateBadge(vorgang.state, locale, stateNames) : "–",
        verdict === "possible" || verdict === "in-vain"
          ? badge(
              verdict === "possible" ? "success" : "neutral",
              t(`batch.verdict.${verdict}`),
            )
          : badge("warning", t(`batch.result.${verdict}`)),
      ],
    })),
  });
}

/** How far a batch is, and what came of each item. */
export function batchPage({ batch, items }: ReadBatch, locale: Locale): Page {
  const t = worklistTexts(locale);
  const title = t("batch.title", { action: t(`batch.action.${batch.action}`) });
  const count = items.length;
  const worked = items.filter(({ result }) => result !== undefined).length;
  const done = items.filter(({ result }) => result === "done").length;
  const lead = batch.finishedAt
    ? t("batch.finished", { done, count })
    : t("batch.progress", { done: worked, count });
  return page({
    title,
    layout: "wide",
    section: vorgaengePaths.queue,
    scripts: batch.finishedAt ? [] : ["reload-while-working"],
    main: html`${pageHeading({ title, lead })}
      <p role="status">
        <progress max="${count}" value="${worked}">${lead}</progress>
      </p>
      ${
        batch.finishedAt
          ? batch.action === "export" &&
            linkButton({
              label: t("batch.csv"),
              href: vorgaengePaths.batchCsv(batch.id),
              icon: "download",
            })
          : html`<p data-working>
              ${link(vorgaengePaths.batch(batch.id), t("batch.reload"))}
            </p>`
      }
      ${resultTable(items, locale)}
      <p class="kern-body">${link(vorgaengePaths.queue, t("layout.back"))}</p>`,
  });
}

function resultTable(items: ReadBatch["items"], locale: Locale): SafeHtml {
  const t = worklistTexts(locale);
  return table({
    caption: t("batch.items"),
    isCaptionHidden: true,
    columns: [
      { label: vorgaengeTexts(locale)("queue.column.reference") },
      { label: t("batch.result") },
    ],
    rows: items.map(({ vorgangId, reference, result }) => ({
      cells: [
        reference === ""
          ? "–"
          : link(vorgaengePaths.vorgang(vorgangId), reference),
        badge(
          result === "done"
            ? "success"
            : result === undefined
              ? "neutral"
              : "warning",
          t(`batch.result.${result ?? "waiting"}`),
        ),
      ],
    })),
  });
}
