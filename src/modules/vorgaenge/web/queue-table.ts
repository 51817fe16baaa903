import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { attributes } from "../../../ui/attributes.ts";
import { button } from "../../../ui/button.ts";
import { link } from "../../../ui/link.ts";
import { select } from "../../../ui/select.ts";
import { table } from "../../../ui/table.ts";
import { batchActions, mostInBatch } from "../domain/batch.ts";
import { formatQueueQuery } from "../domain/queue-query.ts";
import type { QueueEntry } from "../domain/vorgang.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import { worklistTexts } from "../i18n/worklist-texts.ts";
import { batchFields, itemWord } from "./batch-fields.ts";
import { columnCells, columnLabel } from "./queue-columns.ts";
import type { QueuePageProps } from "./queue-page-props.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** The entries as a table, and what can be done with several of them. */
export function queueTable(props: QueuePageProps, caption: string): SafeHtml {
  const { locale, queue } = props;
  const t = vorgaengeTexts(locale);
  const { columns } = queue.layout;
  return html`<form
    method="post"
    action="${vorgaengePaths.batchPreview}"
    data-queue
  >
    ${table({
      caption,
      isCaptionHidden: true,
      columns: [
        { label: t("queue.column.reference") },
        ...columns.map((key) => ({
          key,
          label: columnLabel(key, locale),
        })),
      ],
      rows: queue.entries.map((entry) => ({
        isUnread: entry.isUnread,
        cells: [
          nameCell(entry, props),
          ...columns.map((key) => columnCells[key](entry, props)),
        ],
      })),
    })}
    ${batchBar(props)}
  </form>`;
}

function nameCell(
  entry: QueueEntry,
  { locale, batch }: QueuePageProps,
): SafeHtml {
  const t = vorgaengeTexts(locale);
  const id = boxId(entry);
  const box = attributes({
    class: "kern-form-check__checkbox",
    type: "checkbox",
    id,
    name: batchFields.item,
    value: itemWord(entry),
    checked: batch?.chosenIds.has(entry.id) === true,
  });
  return html`<span class="portal-queue-name"
    ><span class="kern-form-check"
      ><input${box} /><label class="kern-label" for="${id}"
        ><span class="kern-sr-only"
          >${worklistTexts(locale)("batch.choose", { reference: entry.reference })}</span
        ></label
      ></span
    >${link(vorgaengePaths.vorgang(entry.id), entry.reference)}${
      entry.isUnread &&
      html` <span class="kern-sr-only">(${t("queue.unread")})</span>`
    }</span
  >`;
}

function boxId({ id }: Pick<QueueEntry, "id">): string {
  return `v-${id}`;
}

/** What a batch lacks, with the way there. */
export function batchErrors({
  batch,
  queue,
  locale,
}: QueuePageProps): readonly { fieldId: string; text: string }[] {
  if (!batch) return [];
  const { problem } = batch;
  const text = worklistTexts(locale)(`batch.${problem}`);
  const [first] = queue.entries;
  return problem === "nothing-chosen" && first
    ? [{ fieldId: boxId(first), text }]
    : [{ fieldId: batchFields.action, text }];
}

/** Chosen entries, or the whole list, go on to a preview. */
function batchBar({ locale, query, mayEdit, batch }: QueuePageProps): SafeHtml {
  const t = worklistTexts(locale);
  const actions = batchActions.filter(
    (action) => mayEdit || action === "export",
  );
  const all = attributes({
    class: "kern-form-check__checkbox",
    type: "checkbox",
    id: "batch-all",
    name: batchFields.all,
    value: "ja",
    checked: batch?.isWholeList === true,
  });
  return html`<div class="portal-batch-bar">
    <input
      type="hidden"
      name="${batchFields.list}"
      value="${formatQueueQuery(query)}"
    />
    ${select({
      name: batchFields.action,
      label: t("batch.action"),
      options: actions.map((action) => ({
        value: action,
        label: t(`batch.action.${action}`),
      })),
      value: batch?.action,
      error:
        batch?.problem === "action-missing"
          ? t("batch.action-missing")
          : undefined,
      locale,
    })}
    <span class="kern-form-check"
      ><input${all} /><label class="kern-label" for="batch-all"
        >${t("batch.all", { count: mostInBatch })}</label
      ></span
    >
    ${button({ label: t("batch.preview"), variant: "secondary" })}
    <span
      class="kern-hint"
      role="status"
      data-chosen="${t("batch.chosen")}"
    ></span>
  </div>`;
}
