import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import { button } from "../../../../ui/button.ts";

/** A form of one button, apart from the form with the texts: nobody does it in passing, and nothing typed goes with it. */
export function actForm(
  action: string,
  { label, value }: { readonly label: string; readonly value: string },
): SafeHtml {
  return html`<form method="post" action="${action}">
    ${button({ label, name: "aktion", value, variant: "secondary" })}
  </form>`;
}
