import { html, type HtmlValue, type SafeHtml } from "../platform/html/html.ts";
import { icon, type IconName } from "./icon.ts";

export type BadgeKind = "neutral" | "info" | "success" | "warning" | "danger";

/** A state in words, with icon and colour as a second sign; the word alone is enough to understand it. */
export function badge(kind: BadgeKind, label: HtmlValue): SafeHtml {
  const picture: IconName | undefined = kind === "neutral" ? undefined : kind;
  return html`<span class="kern-badge kern-badge--${kind}"
    >${picture !== undefined && icon(picture)}<span
      class="kern-label kern-label--small"
      >${label}</span
    ></span
  >`;
}
