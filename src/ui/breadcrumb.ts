import { html, type SafeHtml } from "../platform/html/html.ts";
import type { Locale } from "../platform/i18n/texts.ts";
import { icon } from "./icon.ts";
import { uiTexts } from "./i18n/texts.ts";

export type Crumb = { readonly label: string; readonly href: string };

/** Way from the start page to here; the last entry is the page itself and no link. */
export function breadcrumb(props: {
  readonly parents: readonly Crumb[];
  readonly current: string;
  readonly locale: Locale;
}): SafeHtml {
  const label = uiTexts(props.locale)("breadcrumb.label");
  return html`<nav class="portal-breadcrumb" aria-label="${label}">
    <ol class="portal-list" role="list">
      ${props.parents.map(
        (crumb) =>
          html`<li>
            <a class="kern-link kern-link--small" href="${crumb.href}"
              >${crumb.label}</a
            >
          </li>`,
      )}
      <li><span aria-current="page">${props.current}</span></li>
    </ol>
  </nav>`;
}

/** One step back in a sequence of pages; always safe to use. */
export function backLink(props: Crumb): SafeHtml {
  return html`<p class="portal-back">
    <a class="kern-link kern-link--no-visited-state" href="${props.href}"
      >${icon("arrow-back")}${props.label}</a
    >
  </p>`;
}
