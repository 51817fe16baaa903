import { html, type SafeHtml } from "../platform/html/html.ts";
import type { Locale } from "../platform/i18n/texts.ts";
import { uiTexts } from "./i18n/texts.ts";

/** An address to keep, in a frame of its own. The module script `copy-reference` adds a button where the browser can copy. */
export function copyableLink(props: {
  readonly label: string;
  /** Absolute, because it is to be used elsewhere. */
  readonly href: string;
  readonly locale: Locale;
}): SafeHtml {
  const t = uiTexts(props.locale);
  return html`<div class="portal-reference">
    <p class="kern-label">${props.label}</p>
    <p
      class="portal-reference__link"
      data-copy="${props.href}"
      data-copy-label="${t("link.copy")}"
      data-copied-label="${t("reference.copied")}"
    >
      <a class="kern-link" href="${props.href}">${props.href}</a>
    </p>
  </div>`;
}
