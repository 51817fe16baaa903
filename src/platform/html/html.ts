/** Text in which every value has been escaped. Only this file can make one: nothing from outside can pass for it. */
class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** Markup that is safe to send: every value in it has been escaped. */
export type SafeHtml = Markup;

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
 * Auto-escaping tagged template. Components are functions that return it. Throws on anything that is no `HtmlValue`, such as a
 * promise somebody forgot to await.
 *
 * Attributes must be quoted (`class="${name}"`): the escaping covers quotes, not spaces.
 */
export function html(
  strings: TemplateStringsArray,
  ...values: readonly HtmlValue[]
): SafeHtml {
  let text = strings[0] ?? "";
  for (let index = 0; index < values.length; index += 1)
    text += textOf(values[index]) + (strings[index + 1] ?? "");
  return new Markup(text);
}

/** Marks text as markup without escaping it. Only for strings this program made itself, such as an SVG of a crest. */
export function uncheckedHtml(trusted: string): SafeHtml {
  return new Markup(trusted);
}

function textOf(value: HtmlValue): string {
  if (typeof value === "string") return escapeText(value);
  if (value instanceof Markup) return value.toString();
  if (value === undefined || value === null || value === false) return "";
  if (typeof value === "number") return String(value);
  if (isList(value)) return value.reduce<string>(withNext, "");
  throw new TypeError(
    "html: no text, number or markup stands in the template; await a promise before",
  );
}

function withNext(text: string, next: HtmlValue): string {
  return text + textOf(next);
}

function isList(value: unknown): value is readonly HtmlValue[] {
  return Array.isArray(value);
}

const special = /[&<>"']/;
const replacements: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** What takes the place of a text within markup. */
export function escapeText(text: string): string {
  return special.test(text)
    ? text.replace(/[&<>"']/g, (character) => replacements[character] ?? "")
    : text;
}
