import { html, type SafeHtml } from "../platform/html/html.ts";

/** A text stands as `name="text"`, `true` as the bare name; `false` and `undefined` leave the attribute out. */
export type AttributeValue = string | number | boolean | undefined;

/**
 * Writes attributes of one element, escaped and with a leading space each.
 *
 * @example html`<input${attributes({ name, required: true })} />`
 */
export function attributes(
  values: Readonly<Record<string, AttributeValue>>,
): SafeHtml {
  return html`${Object.entries(values).map(([name, value]) => attribute(name, value))}`;
}

function attribute(name: string, value: AttributeValue): SafeHtml | false {
  if (value === undefined || value === false) return false;
  return value === true ? html` ${name}` : html` ${name}="${value}"`;
}
