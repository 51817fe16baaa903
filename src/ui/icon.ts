import { html, type SafeHtml } from "../platform/html/html.ts";

/** Icons of KERN that the style sheet carries; a name that is missing here is not shipped (see static/kern-selection.ts). */
export const iconNames = [
  "account-circle",
  "add",
  "arrow-back",
  "arrow-down",
  "arrow-forward",
  "arrow-up",
  "calendar-today",
  "check",
  "checklist",
  "close",
  "danger",
  "dark-mode",
  "delete",
  "download",
  "draft",
  "easy-language",
  "edit",
  "help",
  "home",
  "info",
  "language",
  "light-mode",
  "logout",
  "mail",
  "open-in-new",
  "search",
  "sign-language",
  "success",
  "visibility",
  "warning",
] as const;

export type IconName = (typeof iconNames)[number];

/** Picture beside a text. Always hidden from screen readers: the text says what it means. */
export function icon(
  name: IconName,
  size?: "small" | "large" | "x-large",
): SafeHtml {
  const sizeClass = size === undefined ? "" : ` kern-icon--${size}`;
  return html`<span
    class="kern-icon kern-icon--${name}${sizeClass}"
    aria-hidden="true"
  ></span>`;
}
