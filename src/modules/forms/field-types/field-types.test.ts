import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { locales } from "../../../platform/i18n/texts.ts";
import type { FormField } from "../domain/form-definition.ts";
import { describeFieldError } from "../use-cases/describe.ts";
import { listFields } from "../domain/visit.ts";
import { parseFormDefinition } from "../form-definition-schema.ts";
import { allFieldTypes } from "../testing/all-field-types.ts";
import { sentBack } from "../testing/sent-back.ts";
import type { Typed, WrittenField } from "./field-type.ts";
import { fieldTypeOf, fieldTypes } from "./field-types.ts";

const base = {
  kind: "field",
  key: "f",
  label: "Meine Frage",
  cardinality: { min: 1, max: 1 },
} as const;
const isChoice = ({ dataType }: FormField) =>
  ["boolean", "select", "country", "consent"].includes(dataType);
const today = "2026-11-25";

const types = Object.entries(fieldTypes);
const written = types.flatMap(([key, { plain }]) => {
  const field: FormField = { ...base, ...plain };
  return field.dataType === "file" || field.dataType === "label"
    ? []
    : [{ key, field, type: fieldTypeOf(field) }];
});

const typedAs =
  (text: string): Typed =>
  (suffix = "") =>
    suffix === "" ? text : "";

const name = "G.0.f.0";

function rendered(field: WrittenField, value: string, error?: string): string {
  return String(
    fieldTypeOf(field).render(field, {
      props: { name, label: field.label, locale: "de", error },
      value,
    }),
  );
}

/** The stored value after a visit to the page on which nothing was touched. */
function readAgain(field: WrittenField, stored: string): string {
  const sent = sentBack(rendered(field, stored));
  return fieldTypeOf(field).read(
    field,
    (suffix = "") => sent.get(`${name}${suffix}`) ?? "",
    today,
  );
}

/** All ids that labels and descriptions name must exist once. */
function assertWired(markup: string): void {
  const all = (pattern: RegExp) =>
    [...markup.matchAll(pattern)].flatMap(([, ids = ""]) => ids.split(" "));
  const ids = all(/ id="([^"]+)"/g);
  assert.equal(new Set(ids).size, ids.length, "ids are unique");
  for (const id of [
    ...all(/ for="([^"]+)"/g),
    ...all(/ aria-describedby="([^"]+)"/g),
  ])
    assert.ok(ids.includes(id), `${id} exists`);
}

for (const [key, { shape, plain }] of types)
  test(`${key}: a plain field is one of its schema`, () => {
    const field = { ...base, ...plain };
    assert.deepEqual(shape.parse(field), field);
  });

for (const { key, field, type } of written)
  describe(key, () => {
    const { valid, invalid } = type.samples(field);

    test("what is right is read, kept, shown and read again", () => {
      assert.ok(valid.length > 0);
      for (const sample of valid) {
        const stored = type.read(field, typedAs(sample), today);
        assert.equal(type.check(field, stored, today), undefined, sample);
        assert.equal(type.read(field, typedAs(stored), today), stored, sample);
        assert.equal(readAgain(field, stored), stored, sample);
        for (const locale of locales)
          assert.notEqual(type.show(field, stored, locale), "", sample);
      }
    });

    test("what is wrong is kept as typed and answered with what to do", () => {
      for (const sample of invalid) {
        const stored = type.read(field, typedAs(sample), today);
        const problem = type.check(field, stored, today);
        assert.ok(problem, `${sample} is refused`);
        // A list or buttons cannot show what they do not offer.
        assert.ok(["", stored].includes(readAgain(field, stored)), sample);
        assert.ok(
          isChoice(field) || readAgain(field, stored) === stored,
          sample,
        );
      }
    });

    test("each problem has a text in German and English that names the field", () => {
      const problems = [
        type.missing(field),
        ...invalid.map((sample) =>
          type.check(field, type.read(field, typedAs(sample), today), today),
        ),
      ].filter((problem) => problem !== undefined);
      for (const { code, params = {} } of problems)
        for (const locale of locales) {
          const text = describeFieldError(
            { code, params, label: field.label, path: "", pageKey: "" },
            locale,
          );
          assert.match(text, /Meine Frage/, code);
          assert.doesNotMatch(text, /\{\w+\}|ungültig|invalid/i, code);
        }
    });

    test("is labelled, with its error tied to it", () => {
      for (const error of [undefined, "So geht es: …"]) {
        const markup = rendered(field, "", error);
        assertWired(markup);
        assert.match(markup, /Meine Frage/);
        assert.match(markup, / id="G\.0\.f\.0"/);
        assert.equal(markup.includes("So geht es: …"), error !== undefined);
        assert.equal(/id="G\.0\.f\.0-error"/.test(markup), error !== undefined);
      }
    });

    test("whatever is typed: never throws, and what is accepted stays the same", () => {
      fc.assert(
        fc.property(
          fc.oneof(
            fc.string({ unit: "binary" }),
            fc.constantFrom(...valid, ...invalid),
          ),
          fc.constantFrom(
            "",
            "-day",
            "-month",
            "-year",
            "-time",
            "-coordinates",
            "-words",
          ),
          fc.string(),
          (text, suffix, other) => {
            const stored = type.read(
              field,
              (asked = "") =>
                asked === suffix ? text : asked === "-day" ? other : "",
              today,
            );
            const problem = type.check(field, stored, today);
            for (const locale of locales) type.show(field, stored, locale);
            assertWired(rendered(field, stored));
            if (stored !== "" && problem === undefined)
              assert.equal(type.read(field, typedAs(stored), today), stored);
          },
        ),
      );
    });
  });

test("no two types give different texts to one code", () => {
  const texts = new Map<string, string>();
  for (const [key, type] of types) {
    if (!("errors" in type)) continue;
    for (const [code, text] of Object.entries(type.errors.de)) {
      assert.equal(texts.get(code) ?? text, text, `${key}: ${code}`);
      texts.set(code, text);
    }
    assert.deepEqual(
      Object.keys(type.errors.en).toSorted(),
      Object.keys(type.errors.de).toSorted(),
    );
  }
});

test("the form of all field types has one of each and is a definition", () => {
  const fields = listFields(
    allFieldTypes.pages.flatMap(({ elements }) => elements),
  );
  const keys = fields.map((each) =>
    each.dataType === "text" ? (each.format ?? "text") : each.dataType,
  );
  assert.deepEqual(
    [...new Set(keys)].toSorted(),
    Object.keys(fieldTypes).toSorted(),
  );
  assert.deepEqual(
    parseFormDefinition(JSON.parse(JSON.stringify(allFieldTypes))),
    allFieldTypes,
  );
});
