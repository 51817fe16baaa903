import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { parseXml } from "../../../platform/xml/parse-xml.ts";
import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import {
  documentOf,
  sampleCodeList,
  sampleSchema,
} from "../testing/sample-schema.ts";
import { fullXdf3 } from "../testing/sample-xdf3.ts";
import { describeImportMessage } from "../use-cases/describe.ts";
import { readFormDocument } from "./read-form-document.ts";

function read(schema: string) {
  const result = readFormDocument({
    schema: documentOf("S1.xml", schema),
    codeLists: [documentOf("C1.xml", sampleCodeList())],
  });
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

const feldart = "<xdf:feldart><code>input</code></xdf:feldart>";

/** What the standard does not allow and nobody can misunderstand. */
const deviations: readonly (readonly [
  string,
  (xml: string) => string,
  readonly string[],
])[] = [
  [
    "two elements in another order",
    (xml) => xml.replace(/(<xdf:feldart>.*)\n(<xdf:datentyp>.*)/, "$2\n$1"),
    ["element-misplaced F1"],
  ],
  [
    "the header after the schema",
    (xml) =>
      xml.replace(
        /(<xdf:header>[\s\S]*<\/xdf:header>)([\s\S]*<\/xdf:stammdatenschema>)/,
        "$2$1",
      ),
    ["element-misplaced "],
  ],
  [
    "an element that is to come",
    (xml) => xml.replace(feldart, `<xdf:farbe>rot</xdf:farbe>${feldart}`),
    ["element-unknown F1"],
  ],
  [
    "a part of another vocabulary",
    (xml) =>
      xml.replace(feldart, `<feldart xmlns="urn:x">knopf</feldart>${feldart}`),
    ["element-unknown F1"],
  ],
  [
    "what another version says of an element",
    (xml) => xml.replace(feldart, `<xdf:quelle/>${feldart}`),
    ["element-unknown F1"],
  ],
  [
    "a code in the namespace of the standard",
    (xml) =>
      xml.replace(
        feldart,
        "<xdf:feldart><xdf:code>input</xdf:code></xdf:feldart>",
      ),
    ["element-misplaced F1"],
  ],
  [
    "more than a code in a code",
    (xml) =>
      xml.replace(
        feldart,
        "<xdf:feldart><code>input</code><xdf:stand/></xdf:feldart>",
      ),
    ["element-unknown F1"],
  ],
];

const samples = [
  ["2.0", sampleSchema()],
  ["3.0.0", fullXdf3()],
] as const;

for (const [version, sample] of samples)
  describe(`XDatenfelder ${version}: the form is the same, and it is said, with`, () => {
    const before = read(sample);
    for (const [name, deviate, expected] of deviations)
      test(name, () => {
        const xml = deviate(sample);
        assert.notEqual(xml, sample);
        const { definition, warnings } = read(xml);
        assert.deepEqual(definition, before.definition);
        const added = warnings.filter(({ code }) =>
          /^element-(?:misplaced|unknown)$/.test(code),
        );
        assert.deepEqual(
          added.map(({ code, id }) => `${code} ${id}`),
          expected,
        );
        for (const message of added)
          assert.match(
            describeImportMessage(message, "de"),
            /^S1\.xml, Zeile \d+.*(?:trotzdem|nicht) gelesen/,
          );
      });

    test("any order of different elements beside each other", () => {
      const parsed = parseXml(new TextEncoder().encode(sample));
      assert.ok(parsed.ok);
      const root = parsed.value;
      fc.assert(
        fc.property(
          fc.array(fc.nat(), { minLength: 500, maxLength: 500 }),
          (draws) => {
            let drawn = 0;
            const draw = (below: number) =>
              (draws[drawn++ % draws.length] ?? 0) % below;
            const { definition } = read(written(shuffled(root, draw)));
            assert.deepEqual(definition, before.definition);
          },
        ),
        { numRuns: 50 },
      );
    });
  });

test("a correction of XDatenfelder 3.0 is read as 3.0.0, and it is said", () => {
  const sample = fullXdf3();
  const { definition, warnings } = read(
    sample.replace("xdatenfelder_3.0.0", "xdatenfelder_3.0.1"),
  );
  assert.deepEqual(definition, read(sample).definition);
  assert.deepEqual(
    warnings.filter(({ code }) => code === "xdf-version-newer").length,
    1,
  );
});

type Draw = (below: number) => number;

/** Elements of the same name keep their order: it is what the form asks in. */
function shuffled(element: XmlElement, draw: Draw): XmlElement {
  const children = element.children.map((child) => shuffled(child, draw));
  const names = children.map(({ name }) => name);
  for (let last = names.length - 1; last > 0; last -= 1) {
    const other = draw(last + 1);
    [names[last], names[other]] = [names[other] ?? "", names[last] ?? ""];
  }
  const waiting = Map.groupBy(children, ({ name }) => name);
  return {
    ...element,
    children: names.flatMap((name) => waiting.get(name)?.shift() ?? []),
  };
}

function written({
  name,
  namespace,
  attributes,
  text,
  children,
}: XmlElement): string {
  const others = [...attributes]
    .filter(([key]) => !key.startsWith("xml"))
    .map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const inner =
    children.length > 0 ? children.map(written).join("\n") : escaped(text);
  return `<${name} xmlns="${namespace}"${others.join("")}>${inner}</${name}>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;");
}
