import { html, type SafeHtml } from "../platform/html/html.ts";
import { attributes } from "./attributes.ts";

/** A day of the last weeks or months, which staff search by: here the browser's calendar is faster than typing. */
export function dayInput(
  name: string,
  label: string,
  value: string | undefined,
): SafeHtml {
  const id = `tag-${name}`;
  const given = attributes({
    class: "kern-form-input__input",
    type: "date",
    id,
    name,
    value,
  });
  return html`<div class="kern-form-input">
    <label class="kern-label" for="${id}">${label}</label>
    <input${given} />
  </div>`;
}
