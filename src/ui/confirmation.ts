import { html, type HtmlValue, type SafeHtml } from "../platform/html/html.ts";
import { button, buttonRow, linkButton } from "./button.ts";
import { heading } from "./heading.ts";

export type ConfirmationProps = {
  /** The question, e.g. "Entwurf löschen?". */
  readonly question: string;
  /** Names the consequence. */
  readonly consequence: HtmlValue;
  readonly action: string;
  readonly confirmLabel: string;
  readonly cancel: { readonly label: string; readonly href: string };
  /** Hidden inputs, such as the CSRF token. */
  readonly hiddenFields?: HtmlValue;
};

/** A page of its own in place of a dialog: asks before something that cannot be undone. */
export function confirmation(props: ConfirmationProps): SafeHtml {
  return html`<form
    method="post"
    action="${props.action}"
    class="portal-confirmation"
  >
    ${props.hiddenFields}${heading(1, props.question)}
    <div class="kern-body kern-body--large">${props.consequence}</div>
    ${buttonRow(
      button({ label: props.confirmLabel }),
      linkButton({ ...props.cancel, variant: "secondary" }),
    )}
  </form>`;
}
