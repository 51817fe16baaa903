import { html, type HtmlValue, type SafeHtml } from "../platform/html/html.ts";

export type DefinitionRow = {
  readonly term: string;
  readonly value: HtmlValue;
};

/** Facts as term and value: address, opening hours, fee. Under each other on phones, side by side on wide screens. */
export function definitionRows(rows: readonly DefinitionRow[]): SafeHtml {
  return html`<dl class="kern-description-list">
    ${rows.map(
      (row) =>
        html`<div class="kern-description-list-item">
          <dt class="kern-description-list-item__key">${row.term}</dt>
          <dd class="kern-description-list-item__value">${row.value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** Lines of one value, e.g. of an address. */
export function lines(values: readonly HtmlValue[]): SafeHtml {
  return html`${values.map((value, index) => html`${index > 0 && html`<br />`}${value}`)}`;
}
