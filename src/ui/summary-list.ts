import { html, type HtmlValue, type SafeHtml } from "../platform/html/html.ts";
import type { Locale } from "../platform/i18n/texts.ts";
import { uiTexts } from "./i18n/texts.ts";

export type SummaryEntry = {
  readonly label: string;
  /** Each on a line of its own; none shows "Keine Angabe". */
  readonly values: readonly HtmlValue[];
  /** Address of the input that changes it. */
  readonly changeHref?: string | undefined;
};

/** Answers as label and value, each with a link to change it. */
export function summaryList(props: {
  readonly entries: readonly SummaryEntry[];
  readonly locale: Locale;
}): SafeHtml {
  return html`<dl class="portal-summary-list">
    ${props.entries.map((entry) => summaryEntry(entry, props.locale))}
  </dl>`;
}

/** A section of a summary: heading and its answers in one frame. */
export function summarySection(props: {
  readonly heading: string;
  /** None shows "Keine Angabe" for the whole section. */
  readonly entries: readonly SummaryEntry[];
  /** Address of the section's page, for a section without entries. */
  readonly changeHref?: string;
  readonly locale: Locale;
}): SafeHtml {
  return html`<section class="portal-summary">
    <h2 class="kern-heading-medium">${props.heading}</h2>
    ${props.entries.length > 0 ? summaryList(props) : emptySection(props)}
  </section>`;
}

function emptySection({
  heading,
  changeHref,
  locale,
}: {
  readonly heading: string;
  readonly changeHref?: string;
  readonly locale: Locale;
}): SafeHtml {
  return html`<p class="portal-summary-list__none">
    <span class="portal-muted">${uiTexts(locale)("summary.empty")}</span>
    ${changeHref !== undefined && changeLink(changeHref, { label: heading, locale })}
  </p>`;
}

function changeLink(
  href: string,
  { label, locale }: { readonly label: string; readonly locale: Locale },
): SafeHtml {
  return html`<a class="kern-link kern-link--no-visited-state" href="${href}"
    >${uiTexts(locale)("change")}<span class="kern-sr-only">: ${label}</span></a
  >`;
}

function summaryEntry(entry: SummaryEntry, locale: Locale): SafeHtml {
  const t = uiTexts(locale);
  const values =
    entry.values.length === 0
      ? html`<span class="portal-muted">${t("summary.empty")}</span>`
      : entry.values.map((value) => html`<div>${value}</div>`);
  return html`<div class="portal-summary-list__entry">
    <dt>${entry.label}</dt>
    <dd class="portal-summary-list__value">${values}</dd>
    ${
      entry.changeHref !== undefined &&
      html`<dd class="portal-summary-list__change">
        ${changeLink(entry.changeHref, { label: entry.label, locale })}
      </dd>`
    }
  </div>`;
}
