import assert from "node:assert/strict";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { sharedDataMissing } from "../../../platform/testing/shared-data.ts";
import { runs } from "../../../platform/testing/thorough.ts";
import type { Answers } from "../domain/answers.ts";
import type { FormDefinition } from "../domain/form-definition.ts";
import { shownPages } from "../domain/shown-pages.ts";
import { toJson } from "../domain/to-json.ts";
import { toJsonSchema } from "../domain/to-json-schema.ts";
import { exportXdf3 } from "../export/export-xdf3.ts";
import { toXmlSchema } from "../export/to-xml-schema.ts";
import { readPage } from "../fill-in/read-page.ts";
import { validateAll } from "../fill-in/validate.ts";
import { parseFormDefinition } from "../form-definition-schema.ts";
import type { EvaluatedForm } from "../rules/evaluate-form.ts";
import { arbitraryDocument } from "../testing/arbitrary-document.ts";
import { comparableForm } from "../testing/comparable-form.ts";
import { evaluated } from "../testing/evaluated.ts";
import { fillInForm } from "../testing/filled-in.ts";
import { chooser } from "../testing/sample-input.ts";
import { documentOf, sampleCodeList } from "../testing/sample-schema.ts";
import { schemaValidator, xsdValidator } from "../testing/xsd-validator.ts";
import { describeImportMessage } from "../use-cases/describe.ts";
import { summarise } from "../use-cases/summarise.ts";
import { toCsv } from "../use-cases/to-csv.ts";
import { toXml } from "../use-cases/to-xml.ts";
import { renderPageFields } from "../web/render-page-fields.ts";
import { readFormDocument } from "./read-form-document.ts";

const skip = sharedDataMissing();

test(
  "whatever the official XSD allows can be imported, filled in, sent and exported",
  {
    skip,
  },
  () => {
    const problemsOf = {
      "2.0": xsdValidator("xdatenfelder/xsd/2.0/xdatenfelder.xsd"),
      "3.0.0": xsdValidator("xdatenfelder/xsd/3.0.0/xdatenfelder.xsd"),
    };
    fc.assert(
      fc.property(arbitraryDocument, fc.nat(), ({ version, xml }, seed) => {
        assert.deepEqual(problemsOf[version](withinLatin(xml)), []);
        const form = imported(xml, [sampleCodeList()]);
        assert.deepEqual(parseFormDefinition(plain(form)), plain(form));
        const answers = filledIn(form, seed);
        assertShown(evaluated(form, {}));
        assertShown(evaluated(form, answers));
        assertSent(evaluated(form, answers));
        const exported = exportXdf3(form, new Date("2026-05-01T10:00:00Z"));
        assert.ok(exported.ok, JSON.stringify(exported));
        assert.deepEqual(problemsOf["3.0.0"](exported.value.xml), []);
        const lists = exported.value.codeLists.map((list) => list.xml);
        assert.deepEqual(
          comparableForm(imported(exported.value.xml, lists)),
          comparableForm(form),
        );
      }),
      { numRuns: runs(25) },
    );
  },
);

/** The XSD knows fewer characters than people write in released schemas. */
function withinLatin(xml: string): string {
  return xml.replaceAll(/[\uFEFF„“]/g, "");
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function imported(xml: string, lists: readonly string[]): FormDefinition {
  const read = readFormDocument({
    schema: documentOf("S1.xml", xml),
    codeLists: lists.map((list, index) =>
      documentOf(`C${String(index)}.xml`, list),
    ),
    missingCodeLists: "as-text",
  });
  assert.ok(read.ok, JSON.stringify(read));
  for (const warning of read.value.warnings)
    assert.doesNotMatch(
      describeImportMessage(warning, "de"),
      /undefined|\{[a-z]+\}/,
    );
  return read.value.definition;
}

/** Fills in all pages rightly, one after the other. */
function filledIn(form: FormDefinition, seed: number): Answers {
  return fillInForm(form, () => "right", chooser(seed)).reduce<Answers>(
    (previous, { page, fields, files }) => {
      const typed = fields.map(([name, value]): [string, string] => [
        name,
        value,
      ]);
      const read = readPage(form, page.key, {
        fields: new URLSearchParams(typed),
        files,
        previous,
      });
      assert.deepEqual(read.uploadErrors, []);
      return read.answers;
    },
    {},
  );
}

/** Each page, with all errors: every question has words, and every id stands for one thing. */
function assertShown(form: EvaluatedForm): void {
  const errors = validateAll(form);
  for (const page of shownPages(form.definition)) {
    const markup = String(
      renderPageFields(page, { form, errors, locale: "de" }),
    );
    assert.doesNotMatch(markup, /undefined|\[object /);
    assert.doesNotMatch(
      markup,
      /<(?:label|legend)[^>]*>\s*<\/(?:label|legend)/,
    );
    const ids = [...markup.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length, ids.join(" "));
  }
}

function assertSent(form: EvaluatedForm): void {
  const { definition, answers } = form;
  assert.deepEqual(validateAll(form), []);
  const validate = new Ajv2020({ strict: false }).compile(
    toJsonSchema(definition),
  );
  assert.ok(
    validate(plain(toJson(definition, answers))),
    JSON.stringify(validate.errors),
  );
  const xml = toXml(definition, answers);
  assert.deepEqual(schemaValidator(toXmlSchema(definition))(xml), [], xml);
  assert.ok(summarise(form, "de").length > 0);
  assert.match(toCsv(form, "de"), /\r\n$/);
}
