import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Answers } from "../domain/answers.ts";
import { shownPages } from "../domain/shown-pages.ts";
import { toJson } from "../domain/to-json.ts";
import { toJsonSchema } from "../domain/to-json-schema.ts";
import { readPage } from "../fill-in/read-page.ts";
import { validateAll } from "../fill-in/validate.ts";
import { evaluated } from "../testing/evaluated.ts";
import { fillInForm } from "../testing/filled-in.ts";
import { definitionOf } from "../testing/read-sample.ts";
import { chooser } from "../testing/sample-input.ts";
import {
  field3,
  group3,
  sampleSchema3,
  values3,
} from "../testing/sample-schema-3.ts";
import { pageTitle } from "../use-cases/describe.ts";
import { summarise } from "../use-cases/summarise.ts";
import { toXml } from "../use-cases/to-xml.ts";
import { renderPageFields } from "../web/render-page-fields.ts";

const reference = (uri: string) =>
  `<x:codelisteReferenz><x:canonicalIdentification>${uri}</x:canonicalIdentification></x:codelisteReferenz>`;

const address = (id: string, count = "1:1") =>
  group3(
    { id, label: "Anschrift", count },
    field3({
      id: "F31",
      label: "Straße",
      precision: 'minLength="1" maxLength="55"',
    }),
    field3({
      id: "F32",
      label: "Hausnummer",
      count: "0:1",
      precision: 'maxLength="11"',
    }),
    field3({
      id: "F33",
      label: "Postleitzahl",
      precision:
        'minLength="5" maxLength="5" pattern="([0]{1}[1-9]{1}|[1-9]{1}[0-9]{1})[0-9]{3}"',
    }),
    field3({ id: "F34", label: "Ort", precision: 'maxLength="50"' }),
  );

/** What stands in released schemas, and what the standard allows beside it. */
const schema = sampleSchema3(
  [
    field3({
      id: "F1",
      kind: "label",
      label: "Hinweis:",
      content: "Erst\n\ndann",
    }),
    field3({
      id: "F2",
      kind: "select",
      rest: values3(["001", "privat"], ["002", "geschäftlich"]),
    }),
    group3(
      { id: "G1", label: "Person" },
      field3({
        id: "F11",
        label: "Vornamen",
        type: "text_latin",
        precision: 'minLength="1" maxLength="80"',
      }),
      field3({
        id: "F12",
        label: "E-Mail-Adresse",
        precision:
          'minLength="6" maxLength="254" pattern="[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{1,63}$"',
      }),
      group3(
        { id: "G11", label: "Geburtsdatum" },
        field3({
          id: "F13",
          label: "Tag",
          count: "0:1",
          type: "num_int",
          precision: 'minValue="1" maxValue="31"',
        }),
        field3({
          id: "F14",
          label: "Jahr",
          type: "num_int",
          precision: 'minValue="1850" maxValue="2080"',
        }),
      ),
      field3({
        id: "F15",
        kind: "select",
        count: "1:*",
        rest: reference("urn:de:staat"),
      }),
      address("G12"),
      address("G13", "0:1"),
      group3(
        { id: "G14", label: "Ausland", count: "0:1" },
        field3({
          id: "F16",
          label: "Anschriftzeile",
          count: "2:5",
          precision: 'maxLength="35"',
        }),
      ),
      field3({
        id: "F17",
        label: "Kundennummer",
        type: "num_int",
        precision: 'minLength="3" maxLength="10"',
      }),
      field3({
        id: "F18",
        type: "num",
        precision: 'minValue="-0.5" maxValue="99,75"',
      }),
      field3({ id: "F19", type: "num_currency", precision: 'minValue="0,01"' }),
    ),
    group3(
      { id: "G2", label: "Auswahl", isChoice: true, count: "0:1" },
      field3({ id: "F21", label: "Dateien", type: "file", count: "0:*" }),
      group3(
        { id: "G21", label: "Verein" },
        field3({ id: "F22", type: "bool" }),
      ),
    ),
    group3(
      { id: "G3", label: "Einziger Weg", isChoice: true },
      field3({
        id: "F23",
        type: "date",
        precision: 'minValue="1900-01-01" maxValue="heute"',
      }),
    ),
    group3(
      { id: "G4", label: "Nur Text" },
      field3({ id: "F41", kind: "label", label: "Bitte lesen Sie das." }),
    ),
    group3(
      { id: "G5", label: "Vieles" },
      field3({ id: "F51", kind: "hidden" }),
      field3({ id: "F52", kind: "hidden", content: "S1" }),
      field3({ id: "F53", kind: "locked", content: "fest" }),
      field3({ id: "F54", type: "time" }),
      field3({ id: "F55", type: "datetime" }),
      field3({ id: "F56", type: "obj", count: "0:1" }),
      field3({ id: "F57", precision: 'pattern="(?=.*\\d)\\w+"' }),
      field3({ id: "F58", precision: 'pattern="^\\d{3}-\\p{Lu}{2}$"' }),
      field3({ id: "F59", precision: 'minLength="9" maxLength="3"' }),
      field3({
        id: "F60",
        type: "num",
        precision: 'minValue="9" maxValue="3"',
      }),
      field3({ id: "F61", count: "0:0" }),
      field3({ id: "F62", count: "0:*" }),
      field3({ id: "F62", count: "0:1", label: "Noch einmal" }),
      field3({ id: "F63", precision: 'maxLength="4000"' }),
    ),
  ].join(""),
);

/** Fills in all pages rightly, one after the other, as somebody would. */
function fill(seed: number) {
  const { definition } = definitionOf(schema, {
    lists: [],
    missingCodeLists: "as-text",
  });
  const pages = fillInForm(definition, () => "right", chooser(seed));
  const answers = pages.reduce<Answers>(
    (previous, { page, fields, files }) =>
      readPage(definition, page.key, {
        fields: new URLSearchParams(
          fields.map(([name, value]): [string, string] => [name, value]),
        ),
        files,
        previous,
      }).answers,
    {},
  );
  return evaluated(definition, answers);
}

void describe("a schema with all that released ones have", () => {
  for (const seed of [1, 2, 3])
    void test(`can be filled in and exported (${String(seed)})`, () => {
      const form = fill(seed);
      assert.deepEqual(validateAll(form), []);
      const { definition, answers } = form;
      const validate = new Ajv2020({ strict: false }).compile(
        toJsonSchema(definition),
      );
      const json = toJson(definition, answers);
      assert.ok(
        validate(JSON.parse(JSON.stringify(json))),
        JSON.stringify(validate.errors),
      );
      assert.match(toXml(definition, answers), /<F52>S1<\/F52>/);
    });

  void test("has no page twice, no heading twice and every field on a page", () => {
    const form = fill(1);
    const titles = shownPages(form.definition).map((page) =>
      pageTitle(page, "de"),
    );
    assert.deepEqual(titles, [
      "F2",
      "Person",
      "Person (2)",
      "Auswahl",
      "Einziger Weg",
      "Nur Text",
      "Vieles",
    ]);
    const markup = form.pages
      .map((page) =>
        String(renderPageFields(page, { form, errors: [], locale: "de" })),
      )
      .join("");
    for (const path of ["G1.0.F11.0", "G1.0.G12.0.F34.0", "G1.0.F19.0"])
      assert.match(markup, new RegExp(`name="${path.replaceAll(".", "\\.")}"`));
    const paths = summarise(form, "de").map(({ path, entries }) =>
      entries.length === 0 ? "" : path,
    );
    assert.equal(paths.filter((path) => path === "G1.0.G12.0").length, 1);
  });
});
