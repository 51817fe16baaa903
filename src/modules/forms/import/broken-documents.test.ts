import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { runs } from "../../../platform/testing/thorough.ts";
import { brokenDocuments } from "../testing/broken-documents.ts";
import {
  documentOf,
  sampleCodeList,
  sampleSchema,
} from "../testing/sample-schema.ts";
import { sampleXdf3 } from "../testing/sample-xdf3.ts";
import { describeImportMessage } from "../use-cases/describe.ts";
import { readFormDocument } from "./read-form-document.ts";

const read = (content: Uint8Array) =>
  readFormDocument({
    schema: { name: "schema.xml", content },
    codeLists: [documentOf("C1.xml", sampleCodeList())],
  });

test("the documents are fine before they are broken", () => {
  for (const sample of [sampleSchema(), sampleXdf3()])
    assert.ok(read(new TextEncoder().encode(sample)).ok);
});

describe("a broken document is refused with place, reason and cure:", () => {
  for (const { name, content, code, line, id, cure } of brokenDocuments())
    test(name, () => {
      const result = read(content);
      assert.ok(!result.ok);
      const [first, ...others] = result.refusal.messages.filter(
        ({ severity }) => severity === "error",
      );
      const found = [first, ...others].find(
        (message) =>
          message?.code === code && message.line === line && message.id === id,
      );
      assert.ok(
        found,
        `expected ${code}@${String(line)} ${id}, got ${JSON.stringify(result.refusal.messages)}`,
      );
      const text = describeImportMessage(found, "de");
      assert.match(text, new RegExp(`^schema\\.xml, Zeile ${String(line)}`));
      assert.match(text, cure);
      assert.doesNotMatch(text, /\{[a-z]+\}/);
      assert.ok(others.length <= 3, "one fault brings no flood of messages");
    });
});

test("any change to any document is imported or refused, never a crash", () => {
  const documents = [sampleSchema(), sampleXdf3()];
  const tags = [
    ...new Set(documents.join("").match(/<\/?[\w:.]+>/g)),
    "<code>",
    "<!--",
    "<![CDATA[",
    "]]>",
    "&lt;",
    "\u0000",
    "999999999:*",
  ];
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(200),
    text: fc.oneof(
      fc.constantFrom("", ...tags),
      fc.string({ unit: "binary", maxLength: 10 }),
    ),
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...documents),
      fc.array(edit, { minLength: 1, maxLength: 4 }),
      (document, edits) => {
        const changed = edits.reduce((text, { at, length, text: insert }) => {
          const start = Math.floor(at * text.length);
          return text.slice(0, start) + insert + text.slice(start + length);
        }, document);
        const result = read(new TextEncoder().encode(changed));
        if (result.ok) return;
        for (const message of result.refusal.messages)
          assert.match(describeImportMessage(message, "de"), /, Zeile \d+/);
        assert.ok(
          result.refusal.messages.some(({ severity }) => severity === "error"),
        );
      },
    ),
    { numRuns: runs(150) },
  );
});
