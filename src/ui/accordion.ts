import { html, type HtmlValue, type SafeHtml } from "../platform/html/html.ts";
import { attributes } from "./attributes.ts";

export type AccordionProps = {
  readonly title: string;
  readonly body: HtmlValue;
  readonly isOpen?: boolean;
  readonly id?: string;
};

/** Text that most visitors do not need, folded; opens without script. Several in a row form a group. */
export function accordion(props: AccordionProps): SafeHtml {
  const given = attributes({
    class: "kern-accordion",
    open: props.isOpen === true,
    id: props.id,
  });
  return html`<details${given}>
    <summary class="kern-accordion__header">
      <span class="kern-title">${props.title}</span>
    </summary>
    <section class="kern-accordion__body">${props.body}</section>
  </details>`;
}
