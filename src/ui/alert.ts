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
  /** What was sent was not taken, and no field is to blame: has the focus when the page loads, as the summary of errors has. */
  readonly isRefusal?: boolean;
  readonly id?: string;
};

/** A message that must not be missed: icon, title, and what to do. */
export function alert(props: AlertProps): SafeHtml {
  const given = attributes({
    class: `kern-alert kern-alert--${props.kind}`,
    role: role(props),
    id: props.id,
    tabindex: props.isRefusal === true ? "-1" : undefined,
    autofocus: props.isRefusal === true,
  });
  return html`<div${given}>
    <div class="kern-alert__header">
      ${icon(props.kind)}<span class="kern-title">${props.title}</span>
    </div>
    ${props.body !== undefined && html`<div class="kern-alert__body">${alertBody(props.body)}</div>`}
  </div>`;
}

function role(props: AlertProps): string | undefined {
  if (props.isRefusal === true) return "alert";
  if (props.isAnnounced !== true) return undefined;
  return props.kind === "danger" ? "alert" : "status";
}

function alertBody(body: HtmlValue): HtmlValue {
  return typeof body === "string"
    ? html`<p class="kern-body">${body}</p>`
    : body;
}
