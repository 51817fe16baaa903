import { html, type HtmlValue, type SafeHtml } from "../platform/html/html.ts";
import { heading } from "./heading.ts";

export type SectionProps = {
  readonly title: string;
  readonly body: HtmlValue;
  /** For links into the page. */
  readonly id?: string;
  /** Uses the whole width (cards, tables) instead of the reading column. */
  readonly isWide?: boolean;
};

/** Part of a page under its own heading. */
export function section(props: SectionProps): SafeHtml {
  const wide = props.isWide === true ? " portal-wide" : "";
  return html`<section class="portal-section${wide}">
    ${heading(2, props.title, props.id === undefined ? {} : { id: props.id })}
    ${props.body}
  </section>`;
}

/** Main text with facts at its side (contact, fee); the side goes below on narrow screens. */
export function columns(props: {
  readonly main: HtmlValue;
  readonly aside: HtmlValue;
  readonly asideLabel: string;
}): SafeHtml {
  return html`<div class="portal-columns portal-wide">
    <div class="portal-columns__main">${props.main}</div>
    <aside class="portal-columns__aside" aria-label="${props.asideLabel}">
      ${props.aside}
    </aside>
  </div>`;
}
