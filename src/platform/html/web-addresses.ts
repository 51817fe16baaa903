/** A piece of plain text: words, or an address of the web that stands among them. */
export type TextPiece =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "address"; readonly text: string };

/** What ends a sentence or a bracket around an address belongs to the words. */
const address = /https?:\/\/[^\s<>"„“”]*[^\s<>"„“”.,;:!?)\]'’]/gi;

/** A text in pieces, in its order; together they are the text again. Only `http` and `https` make an address. */
export function piecesOf(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    if (!URL.canParse(found)) continue;
    pieces.push({ kind: "words", text: text.slice(at, index) });
    pieces.push({ kind: "address", text: found });
    at = index + found.length;
  }
  pieces.push({ kind: "words", text: text.slice(at) });
  return pieces.filter((piece) => piece.text !== "");
}

/** Addresses that stand in a text, each once. */
export function addressesIn(text: string): string[] {
  const found = piecesOf(text).filter(({ kind }) => kind === "address");
  return [...new Set(found.map((piece) => piece.text))];
}
