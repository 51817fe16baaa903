import { html, type HtmlValue, type SafeHtml } from "../platform/html/html.ts";
import { attributes } from "./attributes.ts";
import { classes } from "./classes.ts";

export type Column = {
  readonly label: string;
  /** Its name for the style sheet. */
  readonly key?: string;
  /** Right-aligned with figures of equal width. */
  readonly isNumeric?: boolean;
};

export type TableRow = {
  /** One per column; the first one names the row. */
  readonly cells: readonly HtmlValue[];
  /** Bold: something the reader has not seen yet. */
  readonly isUnread?: boolean;
};

export type TableProps = {
  /** Says what the table lists; read out and, unless hidden, shown above it. */
  readonly caption: string;
  readonly isCaptionHidden?: boolean;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
};

/**
 * Table that turns into cards under 600 px. Each cell repeats its column's label for that;
 * the explicit roles keep it a table for screen readers when CSS changes `display`.
 */
export function table(props: TableProps): SafeHtml {
  const captionClass = classes(
    "kern-title",
    props.isCaptionHidden === true && "kern-sr-only",
  );
  return html`<div class="portal-table-frame">
    <table class="kern-table portal-table" role="table">
      <caption class="${captionClass}">
        ${props.caption}
      </caption>
      <thead class="kern-table__head" role="rowgroup">
        <tr class="kern-table__row" role="row">
          ${props.columns.map(
            (column) =>
              html`<th
                class="${cellClass("kern-table__header", column)}"
                role="columnheader"
                scope="col"
              >
                ${column.label}
              </th>`,
          )}
        </tr>
      </thead>
      <tbody class="kern-table__body" role="rowgroup">
        ${props.rows.map((row) => tableRow(row, props.columns))}
      </tbody>
    </table>
  </div>`;
}

function tableRow(row: TableRow, columns: readonly Column[]): SafeHtml {
  const rowClass = classes(
    "kern-table__row",
    row.isUnread === true && "portal-table__row--unread",
  );
  return html`<tr class="${rowClass}" role="row">
    ${columns.map((column, index) =>
      index === 0
        ? html`<th
            class="${cellClass("kern-table__header", column)} portal-table__name"
            role="rowheader"
            scope="row"
          >
            ${row.cells[index]}
          </th>`
        : html`<td${attributes({ class: cellClass("kern-table__cell", column), role: "cell", "data-label": column.label, "data-column": column.key })}>${row.cells[index]}</td>`,
    )}
  </tr>`;
}

function cellClass(base: string, column: Column): string {
  return classes(base, column.isNumeric === true && `${base}--numeric`);
}
