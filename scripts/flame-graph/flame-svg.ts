import type { Frame } from "./flame-tree.ts";

const width = 1600;
const rowHeight = 18;
const letterWidth = 6.5;
/** Narrower frames could not be seen. */
const narrowest = 0.5;

/** The tree as a picture: as wide as it took long, callers above what they called; each frame tells its name and share. */
export function flameSvg(tree: Frame): string {
  const scale = width / Math.max(1, tree.micros);
  const parts: string[] = [];
  let rows = 0;
  const draw = (frame: Frame, x: number, depth: number): void => {
    const frameWidth = frame.micros * scale;
    if (frameWidth < narrowest) return;
    rows = Math.max(rows, depth + 1);
    parts.push(box(frame, { x, y: depth * rowHeight, width: frameWidth }));
    let left = x;
    for (const child of frame.children) {
      draw(child, left, depth + 1);
      left += child.micros * scale;
    }
  };
  draw(tree, 0, 0);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(rows * rowHeight)}" font-family="monospace" font-size="11">
${parts.join("\n")}
</svg>
`;
}

function box(
  { name, micros }: Frame,
  place: { readonly x: number; readonly y: number; readonly width: number },
): string {
  const letters = Math.floor((place.width - 6) / letterWidth);
  const label = letters < 3 ? "" : name.slice(0, letters);
  const share = (place.width / width) * 100;
  return `<g><title>${escapeXml(name)}: ${(micros / 1000).toFixed(1)} ms, ${share.toFixed(1)} %</title><rect x="${place.x.toFixed(2)}" y="${String(place.y)}" width="${place.width.toFixed(2)}" height="${String(rowHeight - 1)}" fill="${colour(name)}"/><text x="${(place.x + 3).toFixed(2)}" y="${String(place.y + 12)}">${escapeXml(label)}</text></g>`;
}

/** The portal's own code, packages and the runtime are told apart. */
function colour(name: string): string {
  if (name.includes("node_modules/")) return "#f2c572";
  if (/ (?:src|bench|bin)\//u.test(name)) return "#8fbf8f";
  return "#c9ced6";
}

function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
