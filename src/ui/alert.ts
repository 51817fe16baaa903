import { html, type HtmlValue, type SafeHtml } from "../platform/html/html.ts";
import { attributes } from "./attributes.ts";
import { icon } from "./icon.ts";

export type AlertKind = "info" | "success" | "warning" | "danger";

export type AlertProps = {
  readonly kind: AlertKind;
  readonly title: HtmlValue;
  readonly body?: HtmlValue;
  /** Read out at once by screen readers; for the result of what the visitor just did. */
  readonly isAnnounced?: boolean;
  readonly id?: string;
};

/** A message that must not be missed: icon, title, and what to do. */
export function alert(props: AlertProps): SafeHtml {
  const given = attributes({
    class: `kern-alert kern-alert--${props.kind}`,
    role: role(props),
    id: props.id,
  });
  return html`<div${given}>
    <div class="kern-alert__header">
      ${icon(props.kind)}<span class="kern-title">${props.title}</span>
    </div>
    ${props.body !== undefined && html`<div class="kern-alert__body">${alertBody(props.body)}</div>`}
  </div>`;
}

function role(props: AlertProps): string | undefined {
  if (props.isAnnounced !== true) return undefined;
  return props.kind === "danger" ? "alert" : "status";
}

function alertBody(body: HtmlValue): HtmlValue {
  return typeof body === "string"
    ? html`<p class="kern-body">${body}</p>`
    : body;
}
