import { createHash, createVerify } from "node:crypto";

/** What a receiver does with a signature: true where the mail is as it was signed. Only relaxed/relaxed with RSA. @see RFC 6376 */
export function verifyDkim(source: string, publicKey: string): boolean {
  const end = source.indexOf("\r\n\r\n");
  const headers = source
    .slice(0, end)
    .split(/\r\n(?![ \t])/)
    .map((line) => ({
      name: line.slice(0, line.indexOf(":")).toLowerCase().trim(),
      line,
    }));
  const signature = headers.find(({ name }) => name === "dkim-signature");
  if (!signature) return false;
  const tags = tagsOf(signature.line.slice(signature.line.indexOf(":") + 1));
  const body = createHash("sha256")
    .update(relaxedBody(source.slice(end + 4)))
    .digest("base64");
  const signed = (tags.get("h") ?? "")
    .split(":")
    .map((name) => headers.findLast((it) => it.name === name.trim()))
    .filter((header) => header !== undefined);
  const unsigned = signature.line.replace(/([;\s]b=)[^;]*/, "$1");
  const verify = createVerify("sha256");
  for (const { line } of signed) verify.update(`${relaxedHeader(line)}\r\n`);
  verify.update(relaxedHeader(unsigned));
  return (
    tags.get("bh") === body &&
    verify.verify(publicKey, tags.get("b") ?? "", "base64")
  );
}

function tagsOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(";").map((tag) => {
      const [name = "", ...value] = tag.split("=");
      return [name.trim(), value.join("=").replaceAll(/\s/g, "")];
    }),
  );
}

function relaxedHeader(line: string): string {
  const colon = line.indexOf(":");
  const value = line
    .slice(colon + 1)
    .replaceAll(/\r\n/g, "")
    .replaceAll(/[ \t]+/g, " ")
    .trim();
  return `${line.slice(0, colon).toLowerCase().trim()}:${value}`;
}

function relaxedBody(body: string): string {
  const lines = body
    .split("\r\n")
    .map((line) => line.replaceAll(/[ \t]+/g, " ").replace(/ $/, ""));
  return lines.join("\r\n").replace(/(?:\r\n)*$/, "\r\n");
}
