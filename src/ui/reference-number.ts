import { html, type SafeHtml } from "../platform/html/html.ts";
import type { Locale } from "../platform/i18n/texts.ts";
import { uiTexts } from "./i18n/texts.ts";

/**
 * A number to read aloud or write down, shown in groups with gaps. Marking it copies it with one click or tap (`user-select: all`);
 * the module script `copy-reference` adds a button where the browser can copy.
 */
export function referenceNumber(props: {
  readonly label: string;
  /** As it is stored, groups parted by hyphens, e.g. `7K4M-29QX-P3`. */
  readonly value: string;
  readonly locale: Locale;
}): SafeHtml {
  const t = uiTexts(props.locale);
  return html`<div class="portal-reference">
    <p class="kern-label">${props.label}</p>
    <p
      class="portal-reference__number"
      data-copy="${props.value}"
      data-copy-label="${t("reference.copy")}"
      data-copied-label="${t("reference.copied")}"
    >
      ${props.value}
    </p>
  </div>`;
}
