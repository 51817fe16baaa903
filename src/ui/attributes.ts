import {
  escapeText,
  uncheckedHtml,
  type SafeHtml,
} from "../platform/html/html.ts";

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
  let written = "";
  for (const name in values) {
    const value = values[name];
    if (value === true) written += ` ${escapeText(name)}`;
    else if (value !== undefined && value !== false)
      written += ` ${escapeText(name)}="${escapeText(String(value))}"`;
  }
  return uncheckedHtml(written);
}
