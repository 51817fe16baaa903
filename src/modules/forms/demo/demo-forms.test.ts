import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import type { FormDefinition, FormElement } from "../domain/form-definition.ts";
import { compilePattern } from "../domain/pattern.ts";
import { validateAll } from "../fill-in/validate.ts";
import { checkValue } from "../fill-in/field-value.ts";
import { listFields } from "../domain/visit.ts";
import {
  formDefinitionJsonSchema,
  parseFormDefinition,
} from "../form-definition-schema.ts";
import { analyseRules } from "../rules/analysis/analyse-rules.ts";
import { runExamples } from "../rules/run-examples.ts";
import { demoExamples } from "./demo-examples.ts";
import {
  demoForms as formsOfAuthorities,
  formsOfCompany,
} from "./seed-forms-demo.ts";
import { evaluated } from "../testing/evaluated.ts";
import {
  textNames,
  textParts,
  translatedAt,
} from "../web/editor/language-texts.ts";

const demoForms = [...formsOfAuthorities, ...formsOfCompany];

for (const form of demoForms)
  describe(form.title, () => {
    const fields = listFields(form.pages.flatMap(({ elements }) => elements));

    test("is a definition as the schema describes it", () => {
      assert.deepEqual(
        parseFormDefinition(JSON.parse(JSON.stringify(form))),
        form,
      );
    });

    test("has unique keys on the top level", () => {
      const keys = form.pages.flatMap(({ elements }) =>
        elements.map(({ key }) => key),
      );
      assert.equal(new Set(keys).size, keys.length, keys.join(" "));
    });

    test("patterns work and its own examples match them", () => {
      for (const field of fields) {
        if (field.dataType !== "text") continue;
        if (field.pattern !== undefined)
          assert.ok(compilePattern(field.pattern).ok, field.key);
        if (field.example !== undefined)
          assert.equal(checkValue(field, field.example), undefined, field.key);
      }
    });

    test("its rules have no faults, and its examples show them all", () => {
      const today = { today: "2026-11-25" };
      assert.deepEqual(
        analyseRules(form, today).filter(
          ({ severity }) => severity === "error",
        ),
        [],
      );
      const report = runExamples(form, demoExamples[form.key] ?? [], today);
      for (const { title, differences } of report.results)
        assert.deepEqual(differences, [], title);
      assert.deepEqual(report.untested, []);
    });

    test("an empty form is not complete", () => {
      assert.ok(validateAll(evaluated(form, {})).length > 3);
    });
  });

test("the JSON Schema in the folder is the one in the code: node scripts/write-form-schema.ts", () => {
  const path = new URL("../form-definition.schema.json", import.meta.url);
  assert.deepEqual(
    JSON.parse(readFileSync(path, "utf8")),
    JSON.parse(formDefinitionJsonSchema()),
  );
});

test("a damaged definition is refused", () => {
  const [form] = demoForms;
  assert.throws(() => parseFormDefinition({ ...form, pages: [] }));
  assert.throws(() => parseFormDefinition({ ...form, surprise: true }));
});

const translatedForms = demoForms.filter(({ translations }) => translations);

test("a demo form has all its texts in English and in Leichte Sprache, or none", () => {
  // Examples and units are the same everywhere.
  const names = textNames.filter(
    (name) => name !== "example" && name !== "unit",
  );
  for (const definition of translatedForms)
    for (const language of ["en", "de-simple"]) {
      const places = textParts(definition).flatMap((part) => part.places);
      const missing = places.flatMap((german) => {
        const texts = translatedAt(definition, german.place, language);
        return names
          .filter((name) => german[name] !== undefined && !texts[name])
          .map((name) => `${german.place} ${name}`);
      });
      assert.deepEqual(missing, [], `${definition.key} ${language}`);
    }
});

test("every translated text of a demo form belongs to something in it", () => {
  for (const definition of translatedForms) {
    const known = new Set(pathsWithTexts(definition));
    const strange = Object.keys(definition.translations ?? {}).filter(
      (path) => !known.has(path),
    );
    assert.deepEqual(strange, [], definition.key);
  }
});

function pathsWithTexts({
  pages,
  checks = [],
  precheck,
}: FormDefinition): readonly string[] {
  return [
    "",
    ...pages.flatMap(({ key, elements }) => [
      `page:${key}`,
      ...pathsIn(elements, ""),
    ]),
    ...checks.map(({ id }) => `check:${id}`),
    ...(precheck?.questions ?? []).map(({ key }) => `precheck:${key}`),
    ...(precheck?.outcomes ?? []).map((_, index) => `outcome:${String(index)}`),
  ];
}

function pathsIn(
  elements: readonly FormElement[],
  parent: string,
): readonly string[] {
  return elements.flatMap((element) => {
    const path = `${parent}${element.key}`;
    return element.kind === "group"
      ? [path, ...pathsIn(element.elements, `${path}.`)]
      : [path];
  });
}
