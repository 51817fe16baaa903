import { html, type HtmlValue, type SafeHtml } from "../platform/html/html.ts";
import { attributes } from "./attributes.ts";
import { heading } from "./heading.ts";

export type HeroProps = {
  readonly title: string;
  readonly lead?: HtmlValue;
  /** The one thing to do here, usually a `searchForm`. */
  readonly body: HtmlValue;
  /** Short ways to what most visitors want. */
  readonly links?: readonly {
    readonly label: string;
    readonly href: string;
    /** Language of the label, where that is not the page's. */
    readonly lang?: string | undefined;
  }[];
  /** Name of the list of links for screen readers and as a small heading. */
  readonly linksLabel?: string;
};

/** Opening of a start page over the whole width: says where one is and asks what one wants. Must be a direct child of `main`. */
export function hero(props: HeroProps): SafeHtml {
  return html`<section class="portal-hero">
    <div class="portal-hero__content">
      ${heading(1, props.title)}
      ${
        props.lead !== undefined &&
        html`<p class="kern-body kern-body--large">${props.lead}</p>`
      }
      ${props.body}${heroLinks(props)}
    </div>
  </section>`;
}

function heroLinks(props: HeroProps): SafeHtml | undefined {
  const links = props.links ?? [];
  if (links.length === 0) return undefined;
  return html`<div class="portal-hero__links">
    ${
      props.linksLabel !== undefined &&
      html`<p class="kern-label">${props.linksLabel}</p>`
    }
    <ul class="portal-list" role="list">
      ${links.map(
        ({ label, href, lang }) =>
          html`<li>
            <a${attributes({ class: "portal-chip", href, lang })}>${label}</a>
          </li>`,
      )}
    </ul>
  </div>`;
}
