import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { test } from "node:test";
import { readDocuments } from "./read-documents.ts";

const headers = { "content-type": "multipart/form-data; boundary=grenze" };

function bodyOf(...parts: readonly string[]): Readable {
  return Readable.from([
    Buffer.from(
      `${parts.map((part) => `--grenze\r\n${part}\r\n`).join("")}--grenze--\r\n`,
    ),
  ]);
}

const file = (field: string, filename: string, content: string) =>
  `Content-Disposition: form-data; name="${field}"; filename="${filename}"\r\nContent-Type: text/xml\r\n\r\n${content}`;
const field = (name: string, value: string) =>
  `Content-Disposition: form-data; name="${name}"\r\n\r\n${value}`;

test("documents come into memory, whatever they are; empty inputs do not count", async () => {
  const result = await readDocuments({
    headers,
    body: bodyOf(
      field("formular", "S1"),
      file("schema", "C:\\x\\S1.xml", "<?xml?>"),
      file("listen", "", ""),
    ),
  });
  assert.ok(result.ok);
  assert.equal(result.value.fields.get("formular"), "S1");
  assert.deepEqual(
    result.value.documents.map(({ field, filename, content }) => [
      field,
      filename,
      String(content),
    ]),
    [["schema", "S1.xml", "<?xml?>"]],
  );
});

test("too much is refused, and so is what is no form", async () => {
  const limits = { maxBytes: 4, maxDocuments: 1 };
  const kindOf = async (
    body: Readable,
    given: Record<string, string> = headers,
  ) => {
    const result = await readDocuments({ headers: given, body }, limits);
    return result.ok ? "ok" : result.refusal.kind;
  };
  assert.equal(
    await kindOf(bodyOf(file("a", "a.xml", "12345"))),
    "request-too-large",
  );
  assert.equal(
    await kindOf(bodyOf(file("a", "a.xml", "1"), file("a", "b.xml", "2"))),
    "too-many-files",
  );
  assert.equal(await kindOf(bodyOf(), {}), "not-multipart");
  assert.equal(
    await kindOf(Readable.from([Buffer.from("--grenze\r\nConte")])),
    "malformed",
  );
});

test("NUL in a field is refused, as in a form without documents: no column takes it", async () => {
  const result = await readDocuments({
    headers,
    body: bodyOf(field("name", "a\0b")),
  });
  assert.deepEqual(!result.ok && result.refusal, { kind: "malformed" });
});
