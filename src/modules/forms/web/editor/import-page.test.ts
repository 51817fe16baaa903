import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readFormDocument } from "../../import/read-form-document.ts";
import { documentOf, sampleSchema } from "../../testing/sample-schema.ts";
import { importPage } from "./import-page.ts";

function refusedBy(schema: string): string {
  const read = readFormDocument({
    schema: documentOf("S1.xml", schema),
    codeLists: [],
  });
  assert.ok(!read.ok);
  const { messages } = read.refusal;
  return String(importPage({ kind: "refused", messages }, "de").main);
}

void describe("the page to import a form", () => {
  void test("says that lists are missing, where to get them and how to do without", () => {
    const main = refusedBy(sampleSchema());
    assert.match(main, /Codelisten fehlen/);
    assert.match(main, /version_codeliste\/urn:test:farben_1\/genericode/);
    assert.match(main, /name="ohne-listen"/);
    assert.doesNotMatch(main, /hält sich/);
  });

  void test("does not call a schema sound that has other faults", () => {
    const main = refusedBy(sampleSchema().replace("1:*", "viele"));
    assert.match(main, /an 2 Stellen nicht an den Standard/);
  });
});
