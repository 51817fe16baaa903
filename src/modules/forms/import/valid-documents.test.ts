import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { sharedDataMissing } from "../../../platform/testing/shared-data.ts";
import {
  documentOf,
  sampleCodeList,
  sampleSchema,
} from "../testing/sample-schema.ts";
import { fullXdf3 } from "../testing/sample-xdf3.ts";
import { xsdValidator } from "../testing/xsd-validator.ts";
import { readFormDocument } from "./read-form-document.ts";

const skip = sharedDataMissing();

/** Reasons that no XSD knows. */
const beyondXsd: readonly string[] = [
  "form-without-fields",
  "group-empty",
  "id-invalid",
  "code-list-missing",
  "code-list-reference-missing",
];

const samples = [
  ["2.0", sampleSchema()],
  ["3.0.0", fullXdf3()],
] as const;

/** Takes away, doubles or moves some of the elements. */
const changes = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    kind: fc.constantFrom("drop", "double", "swap", "empty"),
  }),
  { minLength: 1, maxLength: 3 },
);

for (const [version, sample] of samples)
  describe(`XDatenfelder ${version}`, { skip }, () => {
    test("every document the official XSD takes is taken, whatever is left out or repeated in it", () => {
      const problemsOf = xsdValidator(
        `xdatenfelder/xsd/${version}/xdatenfelder.xsd`,
      );
      assert.deepEqual(problemsOf(sample), []);
      const counts = { valid: 0 };
      fc.assert(
        fc.property(changes, (edits) => {
          const xml = edits.reduce(edited, sample);
          if (problemsOf(xml).length > 0) return;
          counts.valid += 1;
          assert.deepEqual(errorsOf(xml), []);
        }),
        { numRuns: 400 },
      );
      assert.ok(counts.valid > 20, `only ${String(counts.valid)} were valid`);
    });
  });

function errorsOf(xml: string): readonly string[] {
  const result = readFormDocument({
    schema: documentOf("S1.xml", xml),
    codeLists: [documentOf("C1.xml", sampleCodeList())],
  });
  if (result.ok) return [];
  return result.refusal.messages
    .filter(
      ({ severity, code }) => severity === "error" && !beyondXsd.includes(code),
    )
    .map(
      ({ code, line, params }) =>
        `${code}@${String(line)} ${JSON.stringify(params)}`,
    );
}

type Edit =
  typeof changes extends fc.Arbitrary<(infer Value)[]> ? Value : never;

/** Leaves, that is elements with text only, are what is moved about. */
const leaf =
  /<(xdf:\w+)(?: [^<>]*)?(?:\/>|>(?:[^<]*|<code>[^<]*<\/code>)<\/\1>)/g;

function edited(xml: string, { at, kind }: Edit): string {
  const leaves = [...xml.matchAll(leaf)];
  const index = Math.floor(at * leaves.length);
  const [found, next] = [leaves[index], leaves[index + 1]];
  if (!found) return xml;
  const [text, name = ""] = found;
  const before = xml.slice(0, found.index);
  const after = xml.slice(found.index + text.length);
  switch (kind) {
    case "drop":
      return before + after;
    case "double":
      return before + text + text + after;
    case "empty":
      return `${before}<${name}/>${after}`;
    case "swap": {
      if (!next) return xml;
      const between = xml.slice(found.index + text.length, next.index);
      const rest = xml.slice(next.index + next[0].length);
      return before + next[0] + between + text + rest;
    }
  }
}
