import { html, type SafeHtml } from "../platform/html/html.ts";
import { attributes } from "./attributes.ts";
import { icon } from "./icon.ts";

/** Link within this portal. */
export function link(href: string, label: string): SafeHtml {
  return html`<a${attributes({ class: "kern-link", href })}>${label}</a>`;
}

/** Link that writes an e-mail; long addresses break at their signs, not in the middle of a word. */
export function mailLink(address: string): SafeHtml {
  const given = attributes({ class: "kern-link", href: `mailto:${address}` });
  const parts = address.split(/(?<=[@.])|(?=@)/);
  return html`<a${given}
    >${parts.map((part, index) => html`${index > 0 && html`<wbr />`}${part}`)}</a
  >`;
}

/** Link to another site, marked by an icon; the other side does not learn where the visitor came from. */
export function externalLink(href: string, label: string): SafeHtml {
  const given = attributes({
    class: "kern-link",
    href,
    rel: "noreferrer external",
  });
  return html`<a${given}>${label}${icon("open-in-new")}</a>`;
}
