import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { runs } from "../../../platform/testing/thorough.ts";
import { sharedDataMissing } from "../../../platform/testing/shared-data.ts";
import { documentOf } from "../testing/sample-schema.ts";
import { fullXdf3 } from "../testing/sample-xdf3.ts";
import { xsdValidator } from "../testing/xsd-validator.ts";
import { readFormDocument } from "../import/read-form-document.ts";
import { anyUri } from "./any-uri.ts";
import { exportXdf3 } from "./export-xdf3.ts";

const addresses: readonly (readonly [string, string])[] = [
  [
    "https://www.gesetze-im-internet.de/hag/__7.html",
    "https://www.gesetze-im-internet.de/hag/__7.html",
  ],
  ["https://x.de/#:~:text=(2)%20x", "https://x.de/#:~:text=(2)%20x"],
  ["https://x.de/#a#b", "https://x.de/#a%23b"],
  ["https://x.de/100%", "https://x.de/100%25"],
  ["https://x.de/a[1]", "https://x.de/a%5B1%5D"],
  ["urn:de:fim:1", "urn:de:fim:1"],
  ["Detaillierungsstufe", "Detaillierungsstufe"],
  ["http://x:anschluss/", ""],
  ["::", ""],
];
for (const [text, expected] of addresses)
  test(`${text} is written as ${expected === "" ? "nothing" : expected}`, () => {
    assert.equal(anyUri(text), expected);
  });

test(
  "any address a schema carries leaves its export valid",
  { skip: sharedDataMissing() },
  () => {
    const problemsOf = xsdValidator("xdatenfelder/xsd/3.0.0/xdatenfelder.xsd");
    const part = fc.constantFrom(
      "http:",
      "//",
      "x.de",
      ":",
      "%",
      "#",
      "[",
      "]",
      "@",
      "?",
      "ä",
      " ",
      "a",
      "9",
      "/",
      "\\",
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 7 }).map((parts) => parts.join("")),
        (link) => {
          const read = readFormDocument({
            schema: documentOf(
              "S1.xml",
              fullXdf3()
                .replaceAll("https://example.org", link)
                .replaceAll('uri="urn:x"', `uri="${link}"`),
            ),
            codeLists: [],
          });
          assert.ok(read.ok);
          const exported = exportXdf3(read.value.definition, new Date(0));
          assert.ok(exported.ok);
          assert.deepEqual(problemsOf(exported.value.xml), []);
        },
      ),
      { numRuns: runs(40) },
    );
  },
);
