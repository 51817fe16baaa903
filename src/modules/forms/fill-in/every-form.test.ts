import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { runs } from "../../../platform/testing/thorough.ts";
import type { Answers } from "../domain/answers.ts";
import type { FormDefinition } from "../domain/form-definition.ts";
import { toJson } from "../domain/to-json.ts";
import { toJsonSchema } from "../domain/to-json-schema.ts";
import { toXmlSchema } from "../export/to-xml-schema.ts";
import { arbitraryForm } from "../testing/arbitrary-form.ts";
import { arbitraryRuledForm } from "../testing/arbitrary-rules.ts";
import { evaluated } from "../testing/evaluated.ts";
import { fillWhole } from "../testing/fill-whole.ts";
import type { Treatment } from "../testing/filled-in.ts";
import { schemaValidator } from "../testing/xsd-validator.ts";
import { toXml } from "../use-cases/to-xml.ts";
import { validateAll } from "./validate.ts";

/** Validators that are not ours say whether the exports keep the form's schemas. */
function schemaErrors(definition: FormDefinition, answers: Answers) {
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(
    toJsonSchema(definition),
  );
  validate(JSON.parse(JSON.stringify(toJson(definition, answers))));
  return [
    ...(validate.errors ?? []),
    ...schemaValidator(toXmlSchema(definition))(toXml(definition, answers)),
  ];
}

const treatment = fc.constantFrom<Treatment>(
  "right",
  "right",
  "right",
  "wrong",
  "blank",
);

void describe("any form, filled in by anybody", () => {
  void test("what is filled in rightly may be sent, and its exports keep the form's schemas", () => {
    fc.assert(
      fc.property(arbitraryForm, fc.nat({ max: 1e6 }), (form, seed) => {
        const { answers, refused } = fillWhole(form, () => "right", seed);
        assert.deepEqual(refused, []);
        assert.deepEqual(validateAll(evaluated(form, answers)), []);
        assert.deepEqual(schemaErrors(form, answers), []);
      }),
      { numRuns: runs(30) },
    );
  });

  void test("either it may be sent and keeps the schema, or the errors stand at what is wrong", () => {
    fc.assert(
      fc.property(
        arbitraryForm,
        fc.infiniteStream(treatment),
        fc.nat({ max: 1e6 }),
        (form, treatments, seed) => {
          const next = () => treatments.next().value as Treatment;
          const { answers, refused, treated } = fillWhole(form, next, seed);
          const errors = validateAll(evaluated(form, answers));
          if (errors.length === 0) {
            assert.deepEqual(schemaErrors(form, answers), []);
            return;
          }
          const places = new Set(treated.map(({ path }) => elementOf(path)));
          for (const error of errors)
            assert.ok(
              places.has(elementOf(error.path)),
              `${error.path} ${error.code}`,
            );
          const wrong = new Set(
            treated
              .filter((each) => each.treatment !== "right")
              .map(({ path }) => elementOf(path)),
          );
          for (const error of errors)
            assert.ok(
              wrong.has(elementOf(error.path)),
              `${error.path} ${error.code} was right`,
            );
          const found = new Set([
            ...errors.map(({ path }) => elementOf(path)),
            ...refused.map(elementOf),
          ]);
          for (const each of treated.filter(
            ({ treatment }) => treatment === "wrong",
          ))
            assert.ok(
              found.has(elementOf(each.path)),
              `${each.path} was wrong`,
            );
        },
      ),
      { numRuns: runs(100) },
    );
  });
});

void describe("any form with rules, filled in by anybody", () => {
  void test("either it may be sent and keeps the schema, or the errors stand at what can be seen", () => {
    fc.assert(
      fc.property(
        arbitraryRuledForm,
        fc.infiniteStream(treatment),
        fc.nat({ max: 1e6 }),
        (form, treatments, seed) => {
          const next = () => treatments.next().value as Treatment;
          const outcome = evaluated(form, fillWhole(form, next, seed).answers);
          const errors = validateAll(outcome);
          if (errors.length === 0)
            assert.deepEqual(schemaErrors(form, outcome.answers), []);
          for (const { path, pageKey } of errors) {
            assert.ok(!outcome.hiddenPages.has(pageKey), path);
            assert.ok(!outcome.hidden.has(elementOf(path)), path);
          }
        },
      ),
      { numRuns: runs(60) },
    );
  });
});

/** `G1.0.F2.1` → `G1.0.F2`: errors of several boxes or files stand at the first. */
function elementOf(path: string): string {
  return path.replace(/\.\d+$/, "");
}
