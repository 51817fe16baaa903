import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { definitionOf, errorsOf, read } from "../testing/read-sample.ts";
import {
  field3,
  group3,
  relations3,
  sampleSchema3,
  values3,
} from "../testing/sample-schema-3.ts";

const lists = { lists: [] };
const elementOf = (structures: string) =>
  definitionOf(sampleSchema3(structures), lists).definition.pages[0]
    ?.elements[0];
const warningsOf = (structures: string) =>
  definitionOf(sampleSchema3(structures), lists).warnings.map(
    ({ code }) => code,
  );

/** Constructs met in schemas that the FIM portal publishes. */
describe("a released schema", () => {
  test("is read whatever its tool calls the namespace", () => {
    const schema = sampleSchema3(field3({ id: "F1" }));
    const renamed = schema.replaceAll("x:", "xdf3:");
    assert.deepEqual(
      definitionOf(renamed.replace("xmlns:x=", "xmlns:xdf3="), lists),
      definitionOf(schema, lists),
    );
  });

  test("may repeat a relation thousands of times; it is kept once", () => {
    const field = elementOf(
      field3({
        id: "F1",
        relations: relations3(3000, "F2") + relations3(1, "F3"),
      }),
    );
    assert.deepEqual(JSON.parse(field?.source?.details?.["relation"] ?? ""), [
      { text: "F2", attributes: { praedikat: "ABL" } },
      { text: "F3", attributes: { praedikat: "ABL" } },
    ]);
  });

  test("is refused for an error after any number of warnings", () => {
    const warned = Array.from({ length: 250 }, (_, index) =>
      field3({ id: `F${String(index)}`, label: "Wort ".repeat(30) }),
    );
    const schema = sampleSchema3(
      [...warned, field3({ id: "F999", kind: "unbekannt" })].join(""),
    );
    assert.deepEqual(errorsOf(schema, lists), ["code-unknown@254 F999"]);
  });

  test("says once what is to be said of a building block", () => {
    const block = field3({ id: "F1", label: "Wort ".repeat(30) });
    const groups = ["G1", "G2"].map((id) => group3({ id }, block));
    assert.deepEqual(warningsOf(groups.join("")), ["label-too-long"]);
  });

  test("keeps lists and paragraphs of its texts", () => {
    const help =
      "Gehen Sie darauf ein:\r\n- warum\n-  wie  lange\n\n\n\nDanke.";
    const shown = "Gehen Sie darauf ein:\n- warum\n- wie lange\n\nDanke.";
    const field = elementOf(field3({ id: "F1", help }));
    assert.equal(field?.help, shown);
    const group = elementOf(group3({ id: "G1", help }, field3({ id: "F1" })));
    assert.equal(group?.help, shown);
    const note = elementOf(
      field3({ id: "F2", kind: "label", content: help }) + field3({ id: "F1" }),
    );
    assert.ok(note?.kind === "field" && note.dataType === "label");
    assert.equal(note.content, shown);
  });

  test("has no help where an editor wrote a dot or a dash", () => {
    const field = elementOf(field3({ id: "F1", help: " - " }));
    assert.equal(field?.help, undefined);
    assert.equal(field?.source?.details?.["hilfetextEingabe"], "-");
  });

  test("tells where a missing list can be had, and takes free text when told so", () => {
    const schema = sampleSchema3(
      field3({
        id: "F1",
        kind: "select",
        rest: "<x:codelisteReferenz><x:canonicalIdentification>urn:de:staat</x:canonicalIdentification><x:version>2023</x:version><x:canonicalVersionUri>urn:de:staat_2023</x:canonicalVersionUri></x:codelisteReferenz>",
      }),
    );
    const refused = read(schema, lists);
    assert.ok(!refused.ok);
    assert.equal(
      refused.refusal.messages[0]?.params["address"],
      "https://www.xrepository.de/api/version_codeliste/urn:de:staat_2023/genericode",
    );
    const { definition } = definitionOf(schema, {
      ...lists,
      missingCodeLists: "as-text",
    });
    const [field] = definition.pages[0]?.elements ?? [];
    assert.ok(field?.kind === "field" && field.dataType === "text");
  });

  test("may ask for one or two of several values", () => {
    const field = elementOf(
      field3({
        id: "F1",
        kind: "select",
        count: "1:2",
        rest: values3(["001", "Erlaubnis"], ["002", "Eintragung"]),
      }),
    );
    assert.deepEqual(field?.cardinality, { min: 1, max: 2 });
  });

  test("means megabytes or kilobytes where bytes would hold no file", () => {
    const sizes = [
      ["10", 10_000_000],
      ["5000", 5_000_000],
      ["10000000", 10_000_000],
      ["900000000", 100_000_000],
      ["0", 10_000_000],
    ] as const;
    for (const [text, bytes] of sizes) {
      const rest = `<x:maxSize>${text}</x:maxSize><x:mediaType>image/jpg</x:mediaType><x:mediaType>.PDF</x:mediaType><x:mediaType>video/mp4</x:mediaType>`;
      const field = elementOf(field3({ id: "F1", type: "file", rest }));
      assert.ok(field?.kind === "field" && field.dataType === "file");
      assert.equal(field.maxBytes, bytes, text);
      assert.deepEqual(field.mediaTypes, ["image/jpeg", "application/pdf"]);
    }
    const rest = "<x:maxSize>10</x:maxSize>";
    assert.deepEqual(warningsOf(field3({ id: "F1", type: "file", rest })), [
      "file-size-small",
    ]);
  });

  test("may have a note in the label of a text to read", () => {
    const note = (label: string) =>
      elementOf(
        field3({ id: "F1", kind: "label", label }) + field3({ id: "F2" }),
      );
    const shown = note("Bringen Sie den Ausweis mit.");
    assert.ok(shown?.kind === "field" && shown.dataType === "label");
    assert.equal(shown.content, "Bringen Sie den Ausweis mit.");
    assert.equal(note("Hinweis")?.key, "F2");
  });

  test("may mark required fields itself", () => {
    assert.equal(
      elementOf(field3({ id: "F1", label: "Datum der Beantragung *" }))?.label,
      "Datum der Beantragung",
    );
  });
});
