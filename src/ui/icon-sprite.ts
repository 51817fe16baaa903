import { mapRules, splitOutside, type CssItem } from "./css-rules.ts";

/** Side of one icon, and distance from one to the next, in units of the drawing; the gap keeps neighbours from shining in at the edges. */
const side = 960;
const step = 1200;

const iconMask =
  /^mask:url\("data:image\/svg\+xml,%3Csvg [^"]*?viewBox='0 -960 960 960'[^"]*?%3E(%3C[^"]*)%3C\/svg%3E"\)$/;

export type IconSprite = {
  /** One picture with all icons in a row. */
  readonly svg: string;
  /** The rules, showing their part of the picture at `path` instead of one `data:` address each. */
  pointTo(path: string): readonly CssItem[];
};

/**
 * Gathers the icons that KERN writes into its rules as `data:` addresses into one picture of our own, so that the content security policy
 * needs no `data:`. Throws when an icon is drawn in another way than the ones known, see the change log of @kern-ux/native.
 */
export function gatherIcons(items: readonly CssItem[]): IconSprite {
  const drawings = [...new Set(findDrawings(items))];
  return {
    svg: drawRow(drawings),
    pointTo: (path) =>
      mapRules(items, ({ selector, body }) => {
        if (!body.includes("data:")) return { selector, body };
        return { selector, body: pointBody(body, drawings, path) };
      }),
  };
}

function findDrawings(items: readonly CssItem[]): string[] {
  return items.flatMap((item) => {
    if ("items" in item) return findDrawings(item.items);
    if (!item.body.includes("data:")) return [];
    return splitOutside(item.body, ";").flatMap(
      (declaration) => drawingOf(declaration) ?? [],
    );
  });
}

function drawingOf(declaration: string): string | undefined {
  if (!declaration.includes("data:")) return undefined;
  const drawing = iconMask.exec(declaration)?.[1];
  if (drawing !== undefined) return decodeURIComponent(drawing);
  throw new Error(
    `KERN's style sheet has a picture we do not know: ${declaration.slice(0, 120)}`,
  );
}

function drawRow(drawings: readonly string[]): string {
  const width = rowWidth(drawings.length);
  const icons = drawings.map(
    (drawing, index) =>
      `<g transform="translate(${String(index * step)} 0)">${drawing}</g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width / 40)}" height="${String(side / 40)}" viewBox="0 -960 ${String(width)} ${String(side)}">${icons.join("")}</svg>`;
}

function pointBody(
  body: string,
  drawings: readonly string[],
  path: string,
): string {
  return (
    splitOutside(body, ";")
      // KERN's own size and repetition are for a picture with a single icon.
      .filter((declaration) => !/^mask-(?:size|repeat):/.test(declaration))
      .map((declaration) => {
        const drawing = drawingOf(declaration);
        if (drawing === undefined) return declaration;
        return maskAt(drawings.indexOf(drawing), drawings.length, path);
      })
      .join(";")
  );
}

function maskAt(index: number, count: number, path: string): string {
  const position = count === 1 ? 0 : (index / (count - 1)) * 100;
  const size = (rowWidth(count) / side) * 100;
  return `mask:url("${path}") ${String(position)}% 0/${String(size)}% 100% no-repeat`;
}

const rowWidth = (count: number) => (count - 1) * step + side;
