import { html as taggedHtml, raw } from "hono/html";

/** Markup that is safe to send: every value in it has been escaped. */
export type SafeHtml = ReturnType<typeof raw>;

/** What may stand in a template. Text is escaped, markup is kept, `false`, `null` and `undefined` vanish. */
export type HtmlValue =
  | string
  | number
  | SafeHtml
  | false
  | null
  | undefined
  | readonly HtmlValue[];

/**
 * Auto-escaping tagged template. Components are functions that return it.
 *
 * Attributes must be quoted (`class="${name}"`): the escaping covers quotes, not spaces.
 */
export function html(
  strings: TemplateStringsArray,
  ...values: readonly HtmlValue[]
): SafeHtml {
  const markup = taggedHtml(strings, ...values);
  if (markup instanceof Promise) {
    throw new TypeError(
      "html: a Promise stands in the template; await it before",
    );
  }
  return markup;
}

/** Marks text as markup without escaping it. Only for strings this program made itself, such as an SVG of a crest. */
export function uncheckedHtml(trusted: string): SafeHtml {
  return raw(trusted);
}
