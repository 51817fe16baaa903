import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  documentOf,
  sampleCodeList,
  sampleSchema,
} from "../testing/sample-schema.ts";
import { fullXdf3, sampleXdf3 } from "../testing/sample-xdf3.ts";
import { readFormDocument } from "./read-form-document.ts";

function read(schema: string) {
  const result = readFormDocument({
    schema: documentOf("S1.xml", schema),
    codeLists: [documentOf("C1.xml", sampleCodeList())],
  });
  assert.ok(result.ok, JSON.stringify(result));
  return result.value.definition;
}

/** The same document as another tool, or another person, would write it. */
const spellings: readonly (readonly [string, (xml: string) => string])[] = [
  ["a byte order mark", (xml) => `\uFEFF${xml}`],
  ["line ends of Windows", (xml) => xml.replaceAll("\n", "\r\n")],
  ["everything in one line", (xml) => xml.replaceAll("\n", "")],
  ["no XML declaration", (xml) => xml.replace(/^<\?xml.*\?>\n/, "")],
  [
    "another prefix",
    (xml) =>
      xml.replaceAll("xdf:", "fim-3.x:").replace("xmlns:xdf", "xmlns:fim-3.x"),
  ],
  [
    "the namespace without a prefix",
    (xml) =>
      xml
        .replaceAll("<code>", '<code xmlns="">')
        .replaceAll(/(<\/?)xdf:/g, "$1")
        .replace("xmlns:xdf", "xmlns"),
  ],
  [
    "the place of the XSD",
    (xml) =>
      xml.replace(
        "xmlns:xdf",
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x x.xsd" xmlns:xdf',
      ),
  ],
  [
    "the lists of the codes",
    (xml) =>
      xml.replaceAll(
        /<(xdf:\w+)(?: [^>]*)?><code>/g,
        '<$1 listURI="urn:x" listVersionID="1.0"><code>',
      ),
  ],
  [
    "the names of the codes",
    (xml) => xml.replaceAll("</code>", "</code><name>Name des Codes</name>"),
  ],
  ["comments", (xml) => xml.replaceAll("<xdf:", "<!-- hier: --><xdf:")],
  [
    "a comment inside of a word",
    (xml) => xml.replaceAll("Familienname", "Familien<!-- + -->name"),
  ],
  [
    "character data",
    (xml) => xml.replaceAll("Familienname", "<![CDATA[Familienname]]>"),
  ],
  [
    "references to characters",
    (xml) => xml.replaceAll("Familienname", "Familienn&#x61;me"),
  ],
  [
    "instructions of a tool",
    (xml) => xml.replace("<xdf:header>", '<?editor version="1"?><xdf:header>'),
  ],
  [
    "spaces around every text",
    (xml) => xml.replaceAll(/>([^<>\s][^<>]*)</g, ">\n    $1\n  <"),
  ],
  [
    "empty elements in two tags",
    (xml) => xml.replaceAll(/<(xdf:\w+)([^>]*)\/>/g, "<$1$2></$1>"),
  ],
  [
    "empty elements in one tag",
    (xml) => xml.replaceAll(/<(xdf:\w+)><\/\1>/g, "<$1/>"),
  ],
];

const samples = [
  ["2.0", sampleSchema()],
  ["3.0.0", sampleXdf3()],
] as const;
for (const [version, sample] of samples)
  describe(`XDatenfelder ${version} is the same form with`, () => {
    for (const [name, spell] of spellings)
      test(name, () => {
        assert.deepEqual(read(spell(sample)), read(sample));
      });
  });

/** Optional elements of 3.0.0 where they may stand, as often as they may. */
test("every optional element of 3.0.0 is taken where the XSD allows it", () => {
  const definition = read(fullXdf3());
  assert.equal(definition.description, "Hilfe");
  assert.equal(definition.provenance.legalBasis, "§ 1; § 2");
  assert.equal(definition.provenance.publisher, "Amt");
  const [name] = definition.pages[0]?.elements ?? [];
  assert.deepEqual(name?.source, {
    id: "F1",
    version: "1.0.0",
    status: "released-gold",
    legalBasis: "§ 1; § 2",
    details: {
      beschreibung: "Zeile 1\nZeile 2",
      definition: "Bedeutung",
      statusGesetztAm: "2026-01-01",
      statusGesetztDurch: "Amt",
      gueltigAb: "2026-01-01",
      gueltigBis: "2030-01-01",
      versionshinweis: "neu",
      veroeffentlichungsdatum: "2026-01-01Z",
      letzteAenderung: "2026-01-01T00:00:00Z",
      hilfetextAusgabe: "Hilfe",
      bezeichnungAusgabe: "Ausgabe",
      bezug:
        '[{"text":"§ 1","attributes":{"link":"https://example.org"}},{"text":"§ 2"}]',
      relation:
        '[{"text":"F9","attributes":{"praedikat":"ABL","version":"1.0.0"}}]',
      stichwort:
        '[{"text":"Wort","attributes":{"uri":"urn:x"}},{"text":"Wort","attributes":{"uri":"urn:y"}}]',
      "struktur.bezug":
        '[{"text":"§ 3","attributes":{"link":"https://example.org/a"}},{"text":"§ 4"}]',
    },
  });
  assert.deepEqual(definition.untranslatedRules[0], {
    id: "R1",
    text: "WENN F1, DANN F2",
    elementPath: "",
    details: {
      version: "1.0.0",
      name: "Regel",
      beschreibung: "B",
      bezug: "§ 5",
      stichwort: '[{"text":"Wort","attributes":{"uri":"urn:x"}}]',
      fachlicherErsteller: "Amt",
      letzteAenderung: "2026-01-01T00:00:00Z",
      typ: "M",
      param: '[{"text":"wert","attributes":{"element":"F1","name":"a"}}]',
      ziel: '[{"text":"","attributes":{"element":"F2","name":"z"}}]',
      skript: "return a;",
      fehler: '[{"text":"Falsch","attributes":{"code":"1"}}]',
    },
  });
});
