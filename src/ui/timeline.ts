import { html, type HtmlValue, type SafeHtml } from "../platform/html/html.ts";
import type { Locale } from "../platform/i18n/texts.ts";
import { uiTexts } from "./i18n/texts.ts";

export type TimelineStep = {
  readonly title: HtmlValue;
  readonly state: "done" | "current" | "open";
  /** When, in words; `iso` is for machines. */
  readonly time?: { readonly iso: string; readonly text: string } | undefined;
  readonly body?: HtmlValue;
};

/** What happened, where it stands, what comes. The state is said in words too (hidden visually where the mark shows it). */
export function timeline(props: {
  readonly steps: readonly TimelineStep[];
  readonly locale: Locale;
}): SafeHtml {
  return html`<ol class="portal-timeline">
    ${props.steps.map((step) => timelineStep(step, props.locale))}
  </ol>`;
}

function timelineStep(step: TimelineStep, locale: Locale): SafeHtml {
  const state = uiTexts(locale)(`timeline.${step.state}`);
  const current = step.state === "current" ? html` aria-current="step"` : "";
  return html`<li
    class="portal-timeline__step portal-timeline__step--${step.state}"
    ${current}
  >
    <p class="kern-title kern-title--small">
      ${step.title}<span class="kern-sr-only"> (${state})</span>
    </p>
    ${step.time !== undefined && html`<p class="portal-muted"><time datetime="${step.time.iso}">${step.time.text}</time></p>`}
    ${step.body !== undefined && html`<div class="portal-timeline__body">${step.body}</div>`}
  </li>`;
}
