import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { personalPage, type SentPage } from "./rendered-page.ts";

function readBack(page: SentPage): string[] {
  return [
    brotliDecompressSync(page.bytes("br")),
    gunzipSync(page.bytes("gzip")),
    page.bytes("identity"),
  ].map(String);
}

describe("page for one visitor", () => {
  test("says the same in each encoding, with letters of all lengths", () => {
    const text = "Größe – 5 € 😀 ".repeat(100);

    assert.deepEqual(readBack(personalPage(text)), [text, text, text]);
  });

  test("is whole when it is longer than the space where markup becomes bytes", () => {
    const text = "Straße ".repeat(60_000);

    assert.deepEqual(readBack(personalPage(text)), [text, text, text]);
  });

  test("stays what it was when the next page is made", () => {
    const mine = personalPage("mine ".repeat(500)).bytes("br");
    personalPage("yours ".repeat(500)).bytes("br");

    assert.equal(brotliDecompressSync(mine).toString(), "mine ".repeat(500));
  });
});
