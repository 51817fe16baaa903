/** Text and files of a multipart mail as our own composer writes them. @see RFC 2045, RFC 2231 */
export function simpleParse(mail: Buffer): {
  readonly text: string;
  readonly files: ReadonlyMap<string, Buffer>;
} {
  const [, boundary = ""] =
    /^Content-Type: multipart\/mixed;\s*boundary="([^"]+)"/mu.exec(
      mail.toString("latin1"),
    ) ?? [];
  const parts = mail
    .toString("latin1")
    .split(`--${boundary}`)
    .slice(1, -1)
    .map(readPart);
  return {
    text:
      parts.find(({ name }) => name === undefined)?.content.toString() ?? "",
    files: new Map(
      parts.flatMap(({ name, content }) =>
        name === undefined ? [] : [[name, content] as const],
      ),
    ),
  };
}

function readPart(part: string) {
  const [head = "", body = ""] = part.split(/\r\n\r\n([\s\S]*)/u);
  return {
    name: nameIn(head.replaceAll(/\r\n[ \t]+/gu, " ")),
    content: decoded(
      /Content-Transfer-Encoding: (\S+)/iu.exec(head)?.[1] ?? "7bit",
      body.replace(/\r\n$/u, ""),
    ),
  };
}

function nameIn(head: string): string | undefined {
  const [, plain] = /filename="?([^";]+)"?/u.exec(head) ?? [];
  if (plain !== undefined) return plain;
  const pieces = [...head.matchAll(/filename\*\d+\*=(?:utf-8'')?([^; ]+)/giu)];
  return pieces.length === 0
    ? undefined
    : decodeURIComponent(pieces.map(([, piece = ""]) => piece).join(""));
}

function decoded(encoding: string, body: string): Buffer {
  if (encoding === "base64") return Buffer.from(body, "base64");
  if (encoding !== "quoted-printable") return Buffer.from(body, "latin1");
  const bytes = body
    .replaceAll("=\r\n", "")
    .replaceAll(/=([0-9A-F]{2})/gu, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    );
  return Buffer.from(bytes, "latin1");
}
