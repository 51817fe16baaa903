import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { heading } from "../../../ui/heading.ts";
import { textBlock } from "../../../ui/text-block.ts";
import type { Draft } from "../domain/bescheid.ts";
import { blocksOf, type Block } from "../domain/blocks.ts";

/** The words of a document as a page shows them. */
export function letterText(draft: Draft, remedyTitle: string): SafeHtml {
  return html`<p class="kern-body">${textBlock(draft.addressee)}</p>
    ${heading(3, draft.subject)} ${blocksOf(draft.body).map(block)}
    ${draft.remedy !== "" && html`${heading(4, remedyTitle)} ${blocksOf(draft.remedy).map(block)}`}`;
}

function block(it: Block): SafeHtml {
  const items = (list: readonly string[]) =>
    list.map((item) => html`<li>${item}</li>`);
  switch (it.kind) {
    case "heading":
      return heading(4, it.text);
    case "paragraph":
      return html`<div class="kern-body">${textBlock(it.text)}</div>`;
    case "list":
      return html`<ul class="kern-list kern-list--bullet">
        ${items(it.items)}
      </ul>`;
    case "numbers":
      return html`<ol class="kern-list kern-list--number">
        ${items(it.items)}
      </ol>`;
  }
}
