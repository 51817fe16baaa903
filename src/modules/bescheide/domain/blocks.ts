/** A letter in parts a document can be tagged by. */
export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "numbers"; readonly items: readonly string[] };

/**
 * Reads what people type: an empty line parts paragraphs, `## ` begins a heading, `- ` an item of a list, `1. ` of a numbered one. Everything
 * else is text as it stands.
 */
export function blocksOf(text: string): readonly Block[] {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .split(/\n[ \t]*\n/)
    .flatMap((part) => part.trim().split("\n").reduce(withLine, []));
}

function withLine(blocks: readonly Block[], line: string): readonly Block[] {
  const text = line.trim();
  if (text === "") return blocks;
  const [, mark = "", content = ""] =
    /^(##|-|\d{1,2}\.)\s+(.*)$/.exec(text) ?? [];
  if (mark === "##") return [...blocks, { kind: "heading", text: content }];
  if (mark === "-") return withItem(blocks, "list", content);
  if (mark !== "") return withItem(blocks, "numbers", content);
  const last = blocks.at(-1);
  if (last?.kind !== "paragraph")
    return [...blocks, { kind: "paragraph", text }];
  const longer = { ...last, text: `${last.text}\n${text}` };
  return [...blocks.slice(0, -1), longer];
}

function withItem(
  blocks: readonly Block[],
  kind: "list" | "numbers",
  item: string,
): readonly Block[] {
  const last = blocks.at(-1);
  if (last?.kind !== kind) return [...blocks, { kind, items: [item] }];
  return [...blocks.slice(0, -1), { kind, items: [...last.items, item] }];
}
