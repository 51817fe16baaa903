import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { definitionOf, errorsOf, read } from "../testing/read-sample.ts";
import { sampleXdf3 } from "../testing/sample-xdf3.ts";

/** A list with more columns than code and name, as XRepository has them. */
function wideList(version = "2", uri = "urn:test:staaten"): string {
  const rows = [
    ["000", "D", "Deutschland", "Mit Landesteilen."],
    ["123", "A", "Österreich", ""],
    ["124", "", "Ohne Kürzel", ""],
    ["125", "A", "Zweimal A", ""],
  ];
  const columns = ["schluessel", "kuerzel", "bezeichnung", "erklaerung"];
  const cells = rows.map((row) =>
    row
      .map((value, index) =>
        value === ""
          ? ""
          : `<Value ColumnRef="${columns[index] ?? ""}"><SimpleValue>${value}</SimpleValue></Value>`,
      )
      .join(""),
  );
  return `<gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/">
<Identification><ShortName>Staaten</ShortName><Version>${version}</Version><CanonicalUri>${uri}</CanonicalUri><CanonicalVersionUri>${uri}_${version}</CanonicalVersionUri></Identification>
<ColumnSet>${columns.map((column) => `<Column Id="${column}"/>`).join("")}</ColumnSet>
<SimpleCodeList>${cells.map((row) => `<Row>${row}</Row>`).join("\n")}</SimpleCodeList>
</gc:CodeList>`;
}

/** The sample schema whose select field refers to a list instead of bringing its values. */
const schemaWith = (reference: string, keys = "") =>
  sampleXdf3().replace(
    /<xdf:werte>[\s\S]*<\/xdf:werte>/,
    `<xdf:codelisteReferenz>${reference}</xdf:codelisteReferenz>${keys}`,
  );
const uri = (version = "") =>
  `<xdf:canonicalIdentification>urn:test:staaten</xdf:canonicalIdentification>${version === "" ? "" : `<xdf:version>${version}</xdf:version>`}`;

function fieldOf(schema: string, lists: readonly string[]) {
  const field = definitionOf(schema, { lists }).definition.pages[0]
    ?.elements[1];
  assert.ok(field?.kind === "field");
  return field;
}

function selectOf(schema: string, lists: readonly string[] = [wideList()]) {
  const field = fieldOf(schema, lists);
  assert.ok(field.dataType === "select");
  return field;
}

describe("a reference to a code list", () => {
  const references: readonly (readonly [string, string])[] = [
    [
      "by the address of the version",
      "<xdf:canonicalVersionUri>urn:test:staaten_2</xdf:canonicalVersionUri>",
    ],
    ["by address and version", uri("2")],
    ["without a version", uri()],
  ];
  for (const [name, reference] of references)
    test(`${name} finds the list and pins its version`, () => {
      const { options, codeList } = selectOf(schemaWith(reference));
      assert.deepEqual(codeList, { urn: "urn:test:staaten", version: "2" });
      assert.deepEqual(options[0], { code: "000", label: "Deutschland" });
      assert.equal(options.length, 4);
    });

  test("without a version takes the newest of those at hand", () => {
    const lists = ["9", "10", "2"].map((version) => wideList(version));
    assert.equal(selectOf(schemaWith(uri()), lists).codeList?.version, "10");
  });

  test("with a version takes no other", () => {
    assert.deepEqual(
      errorsOf(schemaWith(uri("3")), { lists: [wideList()] }).map(
        (error) => error.split("@")[0],
      ),
      ["code-list-missing"],
    );
  });

  test("chooses the columns for code, name and help", () => {
    const { options, source } = selectOf(
      schemaWith(
        uri("2"),
        "<xdf:codeKey>schluessel</xdf:codeKey><xdf:nameKey>bezeichnung</xdf:nameKey><xdf:helpKey>erklaerung</xdf:helpKey>",
      ),
    );
    assert.deepEqual(options.slice(0, 2), [
      { code: "000", label: "Deutschland", help: "Mit Landesteilen." },
      { code: "123", label: "Österreich" },
    ]);
    assert.equal(source?.details?.["helpKey"], "erklaerung");
  });

  test("leaves out rows that have no code in the column, or one that was there before", () => {
    const { options } = selectOf(
      schemaWith(
        uri("2"),
        "<xdf:codeKey>kuerzel</xdf:codeKey><xdf:nameKey>bezeichnung</xdf:nameKey>",
      ),
    );
    assert.deepEqual(options, [
      { code: "D", label: "Deutschland" },
      { code: "A", label: "Österreich" },
    ]);
  });

  test("to a column that is not there is a warning with those that are", () => {
    const { warnings } = definitionOf(
      schemaWith(uri("2"), "<xdf:nameKey>name_en</xdf:nameKey>"),
      { lists: [wideList()] },
    );
    const warning = warnings.find(
      ({ code }) => code === "code-list-column-unknown",
    );
    assert.equal(
      warning?.params["columns"],
      "schluessel, kuerzel, bezeichnung, erklaerung",
    );
  });

  test("is kept where the list is missing and the field became text", () => {
    const result = read(schemaWith(uri("7"), "<xdf:nameKey>x</xdf:nameKey>"), {
      lists: [],
      missingCodeLists: "as-text",
    });
    assert.ok(result.ok);
    const field = result.value.definition.pages[0]?.elements[1];
    assert.ok(field?.kind === "field" && field.dataType === "text");
    const details = field.source?.details ?? {};
    assert.equal(details["feldart"], "select");
    assert.equal(
      details["codelisteReferenz.canonicalIdentification"],
      "urn:test:staaten",
    );
    assert.equal(details["codelisteReferenz.version"], "7");
    assert.equal(details["nameKey"], "x");
  });
});
