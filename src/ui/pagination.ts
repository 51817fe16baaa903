import { html, type SafeHtml } from "../platform/html/html.ts";
import type { Locale } from "../platform/i18n/texts.ts";
import { icon } from "./icon.ts";
import { uiTexts } from "./i18n/texts.ts";

export type PaginationProps = {
  /** From 1. */
  readonly page: number;
  readonly pageCount: number;
  readonly hrefOf: (page: number) => string;
  readonly locale: Locale;
};

/** The number of a page of a list as an address asks for it; the first where it asks for none, or for what is no number. */
export function pageNumberOf(text: string | null | undefined): number {
  return /^[1-9]\d{0,4}$/.test(text ?? "") ? Number(text) : 1;
}

/** Links to the page before and after, with "Seite 2 von 7" between them. Nothing when there is only one page. */
export function pagination(props: PaginationProps): SafeHtml {
  const { page, pageCount } = props;
  if (pageCount <= 1) return html``;
  const t = uiTexts(props.locale);
  const previous = html`${icon("arrow-back")}${t("pagination.previous")}`;
  const next = html`${t("pagination.next")}${icon("arrow-forward")}`;
  return html`<nav
    class="portal-pagination"
    aria-label="${t("pagination.label")}"
  >
    ${page > 1 ? pageLink(props.hrefOf(page - 1), "prev", previous) : html`<span></span>`}
    <span class="kern-body"
      >${t("pagination.position", { page, pages: pageCount })}</span
    >
    ${page < pageCount ? pageLink(props.hrefOf(page + 1), "next", next) : html`<span></span>`}
  </nav>`;
}

function pageLink(href: string, rel: string, content: SafeHtml): SafeHtml {
  return html`<a
    class="kern-link kern-link--no-visited-state"
    rel="${rel}"
    href="${href}"
    >${content}</a
  >`;
}
