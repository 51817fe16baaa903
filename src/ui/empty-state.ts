import { html, type HtmlValue, type SafeHtml } from "../platform/html/html.ts";
import { linkButton } from "./button.ts";
import { icon, type IconName } from "./icon.ts";

export type EmptyStateProps = {
  readonly title: string;
  /** Why there is nothing, and what to do. */
  readonly body: HtmlValue;
  readonly icon?: IconName;
  readonly action?: { readonly label: string; readonly href: string };
};

/** Stands where a list would be; explains and offers the next step. */
export function emptyState(props: EmptyStateProps): SafeHtml {
  return html`<div class="portal-empty">
    ${icon(props.icon ?? "info", "x-large")}
    <p class="kern-title">${props.title}</p>
    <div class="kern-body">${props.body}</div>
    ${props.action !== undefined && linkButton({ ...props.action, variant: "secondary" })}
  </div>`;
}
