import { html, type HtmlValue, type SafeHtml } from "../platform/html/html.ts";
import { piecesOf } from "../platform/html/web-addresses.ts";
import { externalLink } from "./link.ts";

/**
 * Plain text as paragraphs and lists: an empty line parts paragraphs, lines beginning with "- " or a bullet make a list, any other line break stays.
 * For longer texts from i18n files and for notes people typed; nothing in it can become markup.
 */
export function textBlock(text: string): SafeHtml {
  return blocksOf(text, (line) => line);
}

/** The same, with addresses of the web as links that show what they are. */
export function linkedTextBlock(text: string): SafeHtml {
  return blocksOf(text, (line) =>
    piecesOf(line).map((piece) =>
      piece.kind === "address"
        ? html`<span class="portal-break"
            >${externalLink(piece.text, piece.text)}</span
          >`
        : piece.text,
    ),
  );
}

type RenderLine = (line: string) => HtmlValue;

function blocksOf(text: string, renderLine: RenderLine): SafeHtml {
  const blocks = text.split(/\n{2,}/).flatMap(splitList);
  return html`${blocks.map((lines) => renderBlock(lines, renderLine))}`;
}

/** Parts a block where lines of a list begin or end. */
function splitList(block: string): string[][] {
  const groups: string[][] = [];
  for (const line of block.split("\n")) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && isEntry(last[0]) === isEntry(line)) {
      last.push(line);
    } else groups.push([line]);
  }
  return groups;
}

function renderBlock(
  lines: readonly string[],
  renderLine: RenderLine,
): SafeHtml {
  if (isEntry(lines[0] ?? "")) {
    return html`<ul>
      ${lines.map((line) => html`<li>${renderLine(line.replace(entryMark, ""))}</li>`)}
    </ul>`;
  }
  return html`<p>
    ${lines.map((line, index) => html`${index > 0 && html`<br />`}${renderLine(line)}`)}
  </p>`;
}

/** People and word processors mark entries with other signs as well. */
const entryMark = /^[-–•*] +/;
const isEntry = (line: string) => entryMark.test(line);
