import {
  html,
  uncheckedHtml,
  type HtmlValue,
  type SafeHtml,
} from "../platform/html/html.ts";
import { attributes } from "./attributes.ts";

export type HeadingLevel = 1 | 2 | 3 | 4;

export type HeadingSize = "x-large" | "large" | "medium" | "small";

const sizeOfLevel = {
  1: "x-large",
  2: "large",
  3: "medium",
  4: "small",
} as const satisfies Record<HeadingLevel, HeadingSize>;

/** Heading with KERN's size for its level; `size` changes the look only, never the level. */
export function heading(
  level: HeadingLevel,
  text: HtmlValue,
  options: { readonly id?: string; readonly size?: HeadingSize } = {},
): SafeHtml {
  const tag = uncheckedHtml(`h${level}`);
  const given = attributes({
    class: `kern-heading-${options.size ?? sizeOfLevel[level]}`,
    id: options.id,
  });
  return html`<${tag}${given}>${text}</${tag}>`;
}

/** Title of a page: small line above it (where am I), the heading, and one sentence below. */
export function pageHeading(props: {
  readonly title: string;
  readonly preline?: string;
  readonly lead?: HtmlValue;
}): SafeHtml {
  return html`<header class="portal-page-heading">
    ${props.preline !== undefined && html`<p class="kern-preline kern-preline--large">${props.preline}</p>`}
    ${heading(1, props.title)}
    ${props.lead !== undefined && html`<p class="kern-body kern-body--large portal-lead">${props.lead}</p>`}
  </header>`;
}
