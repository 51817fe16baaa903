/** Text as it may stand between tags or in a quoted attribute. What XML 1.0 cannot carry becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(notXml, "\uFFFD")
    .replaceAll(/[&<>"'\r]/g, (character) => entities[character] ?? character);
}

/** @see XML 1.0 production 2 (Char) */
const notXml =
  /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  // Readers would turn a bare carriage return into a line feed.
  "\r": "&#13;",
};
