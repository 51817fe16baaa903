const elements = new Set(
  "svg g path circle ellipse rect polygon polyline line".split(" "),
);

const attributes = new Set(
  (
    "xmlns viewBox width height fill fill-rule fill-opacity stroke stroke-width stroke-linecap stroke-linejoin " +
    "transform opacity d cx cy r rx ry x y x1 y1 x2 y2 points role aria-hidden focusable"
  ).split(" "),
);

const longestCrest = 8_000;

/**
 * True for a plain drawing: known shapes and attributes only, no text, no style, no script, nothing loaded from elsewhere.
 * A crest goes into every page unescaped, so everything that is not known is refused.
 */
export function isPlainCrest(svg: string): boolean {
  if (svg.length > longestCrest) return false;
  if (!/^<svg [^>]*viewBox="0 0 48 56"[^>]*>/.test(svg)) return false;
  if (!svg.endsWith("</svg>")) return false;
  const rest = svg.replaceAll(/<\/?\w+(?: [\w-]+="[^"<>&]*")* ?\/?>/g, (tag) =>
    isPlainTag(tag) ? "" : tag,
  );
  return rest.trim() === "";
}

/** A shield in the colour of the authority, until it brings its own crest. */
export function shieldOf(colour: string): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 56" aria-hidden="true" focusable="false">` +
    `<path d="M3 3h42v27c0 12-9 19-21 23C12 49 3 42 3 30Z" fill="${colour}"/>` +
    `<path d="M7 7h34v7H7Z" fill="#ffffff" opacity="0.85"/></svg>`
  );
}

function isPlainTag(tag: string): boolean {
  const element = /^<\/?(\w+)/.exec(tag)?.[1] ?? "";
  const names = [...tag.matchAll(/ ([\w-]+)="/g)].map(
    (match) => match[1] ?? "",
  );
  return (
    elements.has(element) &&
    names.every((name) => attributes.has(name)) &&
    !/url\(|javascript:/i.test(tag)
  );
}
