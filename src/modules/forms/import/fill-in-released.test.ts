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
import { releasedSchema } from "../testing/released-schema.ts";
import { chooser } from "../testing/sample-input.ts";
import { pageTitle } from "../use-cases/describe.ts";
import { summarise } from "../use-cases/summarise.ts";
import { toXml } from "../use-cases/to-xml.ts";
import { renderPageFields } from "../web/render-page-fields.ts";

/** Fills in all pages rightly, one after the other, as somebody would. */
function fill(seed: number) {
  const { definition } = definitionOf(releasedSchema, {
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
