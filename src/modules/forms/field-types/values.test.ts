import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { canonicalDate, checkDate, splitDate } from "./date-value.ts";
import { checkValue } from "../fill-in/field-value.ts";
import type {
  InputField,
  NumberField,
  TextField,
} from "../domain/form-definition.ts";
import { checkNumber } from "./number-value.ts";
import { canonicalNumber } from "./read-number.ts";
import { canonicalText, checkLength } from "./text-field.ts";

const base = {
  kind: "field",
  key: "f",
  label: "Feld",
  cardinality: { min: 1, max: 1 },
} as const;
const number = (
  dataType: NumberField["dataType"],
  limits: Partial<NumberField> = {},
): NumberField => ({ ...base, dataType, ...limits });
const text = (limits: Partial<TextField> = {}): TextField => ({
  ...base,
  dataType: "text",
  ...limits,
});

describe("numbers as people write them", () => {
  const examples: readonly (readonly [
    NumberField["dataType"],
    string,
    string,
  ])[] = [
    ["number", "1.234,5", "1234.5"],
    ["number", "1234,50", "1234.5"],
    ["number", "1.5", "1.5"],
    ["number", "1.234", "1234"],
    ["number", " 12 345 ", "12345"],
    ["number", "007", "007"],
    ["number", "-0,50", "-0.5"],
    ["number", "-0", "0"],
    ["integer", "1.234", "1234"],
    ["integer", "007", "7"],
    ["integer", "12,0", "12"],
    ["currency", "1.234,5 €", "1234.50"],
    ["currency", "12 EUR", "12.00"],
    ["currency", "12.34", "12.34"],
    ["currency", "0", "0.00"],
  ];
  for (const [type, typed, stored] of examples)
    test(`${type} ${typed} is ${stored}`, () => {
      assert.equal(canonicalNumber(number(type), typed), stored);
      assert.equal(checkNumber(number(type), stored), undefined);
    });

  for (const [type, typed] of [
    ["number", "12a"],
    ["number", "1,2,3"],
    ["number", "1.23.456"],
    ["integer", "1,5"],
    ["currency", "1,234"],
    ["number", "∞"],
    ["number", "1e5"],
  ] as const)
    test(`${type} ${typed} stays as typed and is refused`, () => {
      assert.equal(canonicalNumber(number(type), typed), typed);
      assert.deepEqual(checkNumber(number(type), typed), { code: type });
    });

  test("limits are compared as amounts", () => {
    const field = number("integer", { minValue: 1, maxValue: 10 });
    assert.deepEqual(checkNumber(field, "0"), {
      code: "too-small",
      params: { min: 1 },
    });
    assert.deepEqual(checkNumber(field, "11"), {
      code: "too-large",
      params: { max: 10 },
    });
    assert.equal(checkNumber(field, "10"), undefined);
  });

  test("very long input is not read at all", () => {
    const typed = `1.${"0".repeat(1_000_000)}1`;
    const started = process.threadCpuUsage();
    assert.equal(canonicalNumber(number("number"), typed), typed);
    assert.ok(process.threadCpuUsage(started).user < 100_000);
  });
});

describe("dates", () => {
  const date = (day: string, month: string, year: string) =>
    canonicalDate({ day, month, year });

  test("three inputs become one ISO date", () => {
    assert.equal(date("1", "5", "2026"), "2026-05-01");
    assert.equal(date(" 29", "02 ", "2024"), "2024-02-29");
    assert.equal(date("31.12.2026", "", ""), "2026-12-31");
    assert.equal(date("", "", ""), "");
  });

  for (const [parts, code] of [
    [["31", "2", "2026"], "date-not-real"],
    [["29", "2", "2025"], "date-not-real"],
    [["0", "13", "2026"], "date-not-real"],
    [["1", "", "2026"], "date-incomplete"],
    [["1", "5", "26"], "date"],
    [["eins", "5", "2026"], "date"],
    [["1", "5", "0000"], "date-not-real"],
  ] as const)
    test(`${parts.join("|")} is kept as typed and refused as ${code}`, () => {
      const [day, month, year] = parts;
      const stored = date(day, month, year);
      assert.deepEqual(splitDate(stored), {
        day,
        month,
        year,
      });
      assert.deepEqual(checkDate(stored), { code });
    });
});

describe("text", () => {
  test("is trimmed and composed", () => {
    assert.equal(canonicalText("  Mu\u0308ller\r\n "), "Müller");
  });

  test("letters of DIN 91379, punctuation and symbols are welcome", () => {
    for (const value of [
      "Łukasz Ünal-Ș",
      "D’Artagnan",
      "Groß & Söhne GmbH",
      "7 % + 5 €",
      "Nguyễn",
      "J́",
      "a@b",
      "Αθήνα",
    ])
      assert.equal(checkValue(text(), canonicalText(value)), undefined, value);
  });

  test("what cannot be printed or sent on is refused", () => {
    for (const value of [
      "a\u0000b",
      "a\u001bb",
      "a\u0085b",
      "\uE000",
      "\uD800",
      "a\nb",
      "\uFFFE",
      "\u0378",
      "a\uFFFDb",
      "\u202Eabc",
    ])
      assert.match(
        checkValue(text(), value)?.code ?? "",
        /^character-(?:hidden|unknown)$/,
        JSON.stringify(value),
      );
    assert.deepEqual(checkValue(text(), "Li 王"), {
      code: "character-unknown",
      params: { character: "王" },
    });
    assert.deepEqual(checkValue(text(), "a\u0007"), {
      code: "character-hidden",
      params: { point: "U+0007" },
    });
  });

  test("line breaks belong to texts of several lines only", () => {
    assert.equal(
      checkValue(text({ multiline: true }), "eins\nzwei"),
      undefined,
    );
    assert.deepEqual(checkValue(text({ multiline: true }), "eins\u0007zwei"), {
      code: "character-hidden",
      params: { point: "U+0007" },
    });
  });

  test("lengths count characters, not code units", () => {
    assert.equal(checkLength({ maxLength: 2 }, "😀😀"), undefined);
    assert.deepEqual(checkLength({ maxLength: 2 }, "😀😀😀"), {
      code: "too-long",
      params: { max: 2, length: 3 },
    });
    assert.deepEqual(checkValue(text({ minLength: 3 }), "ab"), {
      code: "too-short",
      params: { min: 3, length: 2 },
    });
    assert.equal(checkValue(text(), "x".repeat(2001))?.code, "too-long");
  });

  test("a pattern's message shows the example where there is one", () => {
    assert.deepEqual(checkValue(text({ pattern: "[0-9]+" }), "a"), {
      code: "pattern",
    });
    assert.deepEqual(
      checkValue(text({ pattern: "[0-9]+", example: "42" }), "a"),
      { code: "pattern-example", params: { example: "42" } },
    );
    assert.deepEqual(
      checkValue(text({ pattern: "[1-9]{5}", format: "postcode" }), "1"),
      { code: "postcode" },
    );
  });

  test("an e-mail address needs a name, an @ and a domain", () => {
    const email = text({ format: "email" });
    for (const good of ["a@b.de", "vor.nach+x@amt.schwerin.de", "ü@dömäin.de"])
      assert.equal(checkValue(email, good), undefined, good);
    for (const bad of ["a", "a@b", "@b.de", "a@.de", "a b@c.de", "a@b..de"])
      assert.deepEqual(checkValue(email, bad), { code: "email" }, bad);
  });
});

test("choices and files are checked against what the form offers", () => {
  const select: InputField = {
    ...base,
    dataType: "select",
    options: [{ code: "1", label: "Eins" }],
  };
  assert.equal(checkValue(select, "1"), undefined);
  assert.deepEqual(checkValue(select, "2"), { code: "choice-unknown" });
  assert.deepEqual(checkValue({ ...base, dataType: "boolean" }, "vielleicht"), {
    code: "choice-unknown",
  });
  const field: InputField = {
    ...base,
    dataType: "file",
    maxBytes: 10,
    mediaTypes: ["image/png"],
  };
  const file = {
    fileId: "1",
    filename: "a.png",
    sizeBytes: 10,
    sha256: "00",
    mediaType: "image/png",
  };
  assert.equal(checkValue(field, file), undefined);
  assert.deepEqual(checkValue(field, { ...file, sizeBytes: 11 }), {
    code: "file-too-large",
    params: { maxBytes: 10 },
  });
  assert.deepEqual(
    checkValue(field, { ...file, mediaType: "application/pdf" }),
    { code: "file-type", params: { types: "image/png" } },
  );
  assert.deepEqual(checkValue(field, "kein-Upload"), { code: "file-missing" });
});
