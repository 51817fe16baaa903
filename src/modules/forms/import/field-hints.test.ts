import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { TextField } from "../domain/form-definition.ts";
import { fieldTypeOf } from "../field-types/field-types.ts";
import { fittingHints } from "./field-hints.ts";

const text = (label: string, limits: Partial<TextField> = {}): TextField => ({
  kind: "field",
  key: "F1",
  label,
  cardinality: { min: 1, max: 1 },
  dataType: "text",
  ...limits,
});

describe("a label that leaves no doubt says what kind of text it is:", () => {
  const cases: readonly (readonly [
    string,
    Partial<TextField>,
    string | undefined,
  ])[] = [
    ["E-Mail-Adresse", {}, "email"],
    ["Telefonnummer", {}, "phone"],
    ["Familienname", { maxLength: 120 }, "person-name"],
    ["Vornamen", {}, "person-name"],
    ["Straße", { maxLength: 55 }, "street"],
    ["Hausnummer", { maxLength: 4 }, "house-number"],
    ["Ort", {}, "town"],
    ["IBAN", { maxLength: 34 }, "iban"],
    ["Steuerliche Identifikationsnummer", { maxLength: 11 }, "tax-id"],
    ["Amtliches Kennzeichen", {}, "licence-plate"],
    ["Postleitzahl", { minLength: 5, maxLength: 5 }, "postcode"],
    [
      "Postleitzahl",
      { pattern: "([0]{1}[1-9]{1}|[1-9]{1}[0-9]{1})[0-9]{3}" },
      "postcode",
    ],
    ["Name", {}, undefined],
    ["Straße und Hausnummer", {}, undefined],
    ["Kennzeichen des Anhängers", {}, undefined],
    ["Steuernummer", {}, undefined],
  ];
  for (const [label, limits, format] of cases)
    test(`${label} ${JSON.stringify(limits)}: ${format ?? "none"}`, () => {
      assert.equal(fittingHints(text(label, limits)).format, format);
    });
});

describe("the schema's own limits win:", () => {
  const cases: readonly (readonly [string, Partial<TextField>])[] = [
    ["Postleitzahl", {}],
    ["Postleitzahl", { maxLength: 10 }],
    ["IBAN", { maxLength: 10 }],
    ["E-Mail", { pattern: "[0-9]+" }],
    ["Hausnummer", { pattern: "[a-z]+" }],
    ["Kfz-Kennzeichen", { pattern: "[A-Z0-9]+" }],
  ];
  for (const [label, limits] of cases)
    test(`${label} ${JSON.stringify(limits)}`, () => {
      assert.equal(fittingHints(text(label, limits)).format, undefined);
    });
});

test("no hint makes a field impossible to fill in", () => {
  const limits = fc.record(
    {
      minLength: fc.nat(30),
      maxLength: fc.integer({ min: 1, max: 40 }),
      pattern: fc.constantFrom(
        "[0-9]{5}",
        "[A-Z]{1,3}",
        "[\\p{L} ]*",
        ".*@.*",
        "DE[0-9]{20}",
      ),
    },
    { requiredKeys: [] },
  );
  const label = fc.constantFrom(
    "E-Mail",
    "IBAN",
    "BIC",
    "Ort",
    "Straße",
    "Hausnummer",
    "Vorname",
    "Telefax",
    "PLZ",
    "Steuer-ID",
    "Kfz-Kennzeichen",
  );
  fc.assert(
    fc.property(label, limits, (name, limit) => {
      const field = {
        ...text(name, limit),
        ...fittingHints(text(name, limit)),
      };
      if (field.format === undefined) return;
      const type = fieldTypeOf(field);
      const fitting = type.samples(field).valid.filter((sample) => {
        const value = type.read(field, (suffix) =>
          suffix === undefined ? sample : "",
        );
        return type.check(field, value) === undefined;
      });
      assert.ok(fitting.length > 0);
    }),
  );
});
