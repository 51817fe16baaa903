import { html, type SafeHtml } from "../platform/html/html.ts";
import type { Locale } from "../platform/i18n/texts.ts";
import { uiTexts } from "./i18n/texts.ts";

/** "Schritt 2 von 6" with a bar below. The words carry the meaning, the bar repeats it. */
export function progress(props: {
  readonly current: number;
  readonly total: number;
  readonly locale: Locale;
}): SafeHtml {
  const { current, total } = props;
  const label = uiTexts(props.locale)("step.position", { current, total });
  return html`<div class="kern-progress portal-progress">
    <label class="kern-label kern-label--small" for="progress">${label}</label>
    <progress id="progress" value="${current}" max="${total}">
      ${label}
    </progress>
  </div>`;
}
