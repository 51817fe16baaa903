/** One rule, or a group such as `@media` with rules inside. At-rules without rules (`@font-face`) are rules too. */
export type CssRule = { readonly selector: string; readonly body: string };
export type CssGroup = {
  readonly prelude: string;
  readonly items: readonly CssItem[];
};
export type CssItem = CssRule | CssGroup;

/**
 * Reads a compiled style sheet (no nesting) into rules, so that unused ones can be left out. Comments, `@charset` and other statements
 * without a block vanish. Made for KERN's file and our own; throws on a brace that is never closed.
 */
export function parseCss(css: string): CssItem[] {
  return parseItems(css.replaceAll(/\/\*[\s\S]*?\*\//g, ""));
}

/** Writes the rules without white space that means nothing. */
export function printCss(items: readonly CssItem[]): string {
  return items
    .map((item) =>
      "items" in item
        ? `${item.prelude}{${printCss(item.items)}}`
        : `${item.selector}{${item.body}}`,
    )
    .join("");
}

/** Rewrites every rule; `undefined` drops it, and groups that become empty go too. */
export function mapRules(
  items: readonly CssItem[],
  change: (rule: CssRule) => CssRule | undefined,
): CssItem[] {
  return items.flatMap((item): CssItem[] => {
    if (!("items" in item)) {
      const changed = change(item);
      return changed === undefined || changed.body === "" ? [] : [changed];
    }
    const inner = mapRules(item.items, change);
    return inner.length === 0 ? [] : [{ ...item, items: inner }];
  });
}

/** Splits at a separator that stands outside of strings and parentheses. */
export function splitOutside(text: string, separator: "," | ";"): string[] {
  if (!/["'(]/.test(text)) return trimmed(text.split(separator));
  const parts: string[] = [];
  let start = 0;
  for (const { index, character } of outside(text)) {
    if (character !== separator) continue;
    parts.push(text.slice(start, index));
    start = index + 1;
  }
  parts.push(text.slice(start));
  return trimmed(parts);
}

function trimmed(parts: readonly string[]): string[] {
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

function parseItems(css: string): CssItem[] {
  const items: CssItem[] = [];
  let start = 0;
  let open = 0;
  let depth = 0;
  for (const { index, character } of outside(css)) {
    if (character === ";" && depth === 0) start = index + 1;
    if (character === "{" && depth++ === 0) open = index;
    if (character !== "}" || --depth !== 0) continue;
    items.push(item(css.slice(start, open), css.slice(open + 1, index)));
    start = index + 1;
  }
  if (depth !== 0) throw new SyntaxError("parseCss: a block is not closed");
  return items;
}

function item(prelude: string, block: string): CssItem {
  const name = prelude.replaceAll(/\s+/g, " ").trim();
  if (/^@(?:media|supports|layer)/.test(name)) {
    return { prelude: name, items: parseItems(block) };
  }
  if (name.startsWith("@keyframes")) {
    return { selector: name, body: printCss(parseItems(block)) };
  }
  return { selector: shortSelector(name), body: shortBody(block) };
}

function shortSelector(selector: string): string {
  return selector.replaceAll(/\s*([,>])\s*/g, "$1");
}

function shortBody(block: string): string {
  return splitOutside(block, ";")
    .map((declaration) =>
      declaration
        .replaceAll(/\s+/g, " ")
        .replace(/^([\w-]+) ?: ?/, "$1:")
        .replaceAll(/, /g, ","),
    )
    .join(";");
}

/** Braces and separators that are neither inside a string nor inside parentheses. */
function* outside(
  text: string,
): Generator<{ index: number; character: string }> {
  let quote = "";
  let parentheses = 0;
  for (const { 0: character, index } of text.matchAll(/\\.|["'(){},;]/gs)) {
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === "(") parentheses++;
    else if (character === ")") parentheses--;
    else if (parentheses === 0) yield { index, character };
  }
}
