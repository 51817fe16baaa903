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
  [
    "spaces in the counts",
    (xml) => xml.replaceAll(/(<xdf:anzahl>)(.):(.)(<)/g, "$1 $2 : $3\n $4"),
  ],
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

test("a document in UTF-16 or a Western European encoding is the same form; others are refused by name", () => {
  const declared = (encoding: string) =>
    sampleSchema()
      .replaceAll("Familienname", "Größe in €")
      .replace("UTF-8", encoding);
  const big = Buffer.from(`\uFEFF${declared("UTF-16")}`, "utf16le").swap16();
  const western = (encoding: string) =>
    Buffer.from(declared(encoding).replaceAll("€", "\u0080"), "latin1");
  const written: readonly (readonly [string, Uint8Array])[] = [
    [
      "UTF-16, little end first",
      Buffer.from(`\uFEFF${declared("UTF-16")}`, "utf16le"),
    ],
    ["UTF-16 without a mark", Buffer.from(declared("UTF-16LE"), "utf16le")],
    ["UTF-16, big end first", big],
    ["Latin-1 as tools of Windows mean it", western("ISO-8859-1")],
    ["Windows-1252", western("windows-1252")],
    ["UTF-8 that says it is Latin-1", Buffer.from(declared("ISO-8859-1"))],
  ];
  const readBytes = (content: Uint8Array) =>
    readFormDocument({
      schema: { name: "S1.xml", content },
      codeLists: [documentOf("C1.xml", sampleCodeList())],
    });
  const expected = read(declared("UTF-8"));
  for (const [name, content] of written) {
    const result = readBytes(content);
    assert.ok(result.ok, name);
    assert.deepEqual(result.value.definition, expected, name);
  }
  for (const [content, code, detail] of [
    [
      Buffer.from(declared("Shift_JIS")),
      "xml-encoding-not-supported",
      "Shift_JIS",
    ],
    [
      Buffer.from([0xff, 0xfe, 0x3c, 0, 0, 0xd8, 0x20, 0]),
      "xml-not-as-declared",
      "utf-16le",
    ],
    [western("UTF-8"), "xml-not-utf-8", ""],
  ] as const) {
    const refused = readBytes(content);
    assert.ok(!refused.ok);
    const [message] = refused.refusal.messages;
    assert.deepEqual(
      [message?.code, message?.params["detail"]],
      [code, detail],
    );
  }
});

test("a namespace as tools spell the version is the same form, and it is said", () => {
  for (const [sample, from, to] of [
    [sampleSchema(), "xdatenfelder_2", "xdatenfelder_2.0"],
    [sampleSchema(), "xdatenfelder_2", "xdatenfelder_2.0.1"],
    [sampleXdf3(), "xdatenfelder_3.0.0", "xdatenfelder_3.0"],
  ] as const) {
    const result = readFormDocument({
      schema: documentOf("S1.xml", sample.replace(from, to)),
      codeLists: [documentOf("C1.xml", sampleCodeList())],
    });
    assert.ok(result.ok, to);
    assert.deepEqual(result.value.definition, read(sample));
    assert.ok(
      result.value.warnings.some(({ code }) => code === "namespace-renamed"),
    );
  }
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
