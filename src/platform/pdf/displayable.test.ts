import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, test } from "node:test";
import { displayable, displayableJson } from "./displayable.ts";
import { readCoverage } from "./font-coverage.ts";
import { woffToOpenType } from "./woff.ts";

const file = "@kern-ux/native/dist/fonts/noto-sans/NotoSans-Regular.woff";
const covers = readCoverage(
  woffToOpenType(readFileSync(fileURLToPath(import.meta.resolve(file)))),
);

describe("the font of our documents", () => {
  test("has every letter of names in Germany: Latin with all its accents, Greek, Cyrillic", () => {
    // DIN 91379: Latin letters with diacritics, also as sequences; Greek; Bulgarian Cyrillic; the currency and punctuation of forms.
    const names =
      "ÄÖÜäöüßẞ Łódź Çağrı İstanbul Nguyễn Văn Đức Þórður Šūlutė A\u030b C\u0328\u0306 M\u0302 z\u0335 ʹʺʾʿˈˌ ’‡ Ελλάδα ΐΰ Ивановъ Щърбова €§²³µ–—„“…";
    assert.equal(displayable(names, covers), names.normalize("NFC"));
  });

  test("lacks others: a whole character with all its parts is replaced by one mark", () => {
    assert.equal(displayable("a 中文 b", covers), "a \ufffd\ufffd b");
    assert.equal(displayable("👨‍👩‍👧 🇩🇪 e\ue000", covers), "\ufffd \ufffd e\ufffd");
  });

  test("has no control characters; lines still break", () => {
    assert.equal(
      displayable("a\u0000b\r\nc\td\ud800", covers),
      "a\ufffdb\nc d\ufffd",
    );
  });
});

test("every text inside a value is made displayable, nothing else changes", () => {
  const value = { a: ["中", 1, null, true], b: { c: "Fu\u0308r" } };
  assert.deepEqual(displayableJson(value, covers), {
    a: ["\ufffd", 1, null, true],
    b: { c: "F\u00fcr" },
  });
});

test("what is no font is refused", () => {
  assert.throws(() => woffToOpenType(Buffer.alloc(100)), RangeError);
  assert.throws(() => readCoverage(Buffer.alloc(100)), RangeError);
});
