import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type {
  DateField,
  InputField,
  TextFormat,
} from "../domain/form-definition.ts";
import type { WrittenField } from "./field-type.ts";
import { fieldTypeOf } from "./field-types.ts";

const base = {
  kind: "field",
  key: "f",
  label: "Feld",
  cardinality: { min: 1, max: 1 },
} as const;
const today = "2026-11-25";
const text = (format: TextFormat): WrittenField => ({
  ...base,
  dataType: "text",
  format,
});
const date = (limits: Partial<DateField> = {}): WrittenField => ({
  ...base,
  dataType: "date",
  ...limits,
});

function stored(field: WrittenField, typed: string): string {
  return fieldTypeOf(field).read(
    field,
    (suffix = "") => (suffix === "" ? typed : ""),
    today,
  );
}

/** What is stored, or the code of what is wrong. */
function result(field: WrittenField, typed: string): string {
  const value = stored(field, typed);
  return fieldTypeOf(field).check(field, value, today)?.code ?? value;
}

type Table = readonly (readonly [typed: string, result: string])[];

function examples(name: string, field: WrittenField, table: Table): void {
  describe(name, () => {
    for (const [typed, expected] of table)
      test(`${typed} → ${expected}`, () =>
        assert.equal(result(field, typed), expected));
  });
}

examples("names of persons", text("person-name"), [
  ["  Erika   Maria ", "Erika Maria"],
  ["Mu\u0308ller\u2013Lüdenscheidt", "Müller-Lüdenscheidt"],
  ["D’Artagnan", "D’Artagnan"],
  ["Nguyễn", "Nguyễn"],
  ["Erika 2", "person-name"],
  ["Müller & Sohn", "person-name"],
  ["Li 王", "character-unknown"],
  ["-", "person-name-letters"],
]);

examples("telephone", text("phone"), [
  ["0385/545-1111", "0385 545-1111"],
  ["+49 (0)385 545 – 0", "+49 385 545-0"],
  ["0049 385 5451111", "+49 385 5451111"],
  ["(0385)5451111", "0385 5451111"],
  ["Tel.: 0385.545.1111", "0385 545 1111"],
  ["115", "115"],
  ["12", "phone-short"],
  ["nachmittags", "phone"],
  ["0385 5451111, 0170 1234567", "phone"],
  ["0385 5451111 0170 1234567", "phone-long"],
]);

examples("postcode", text("postcode"), [
  ["19053", "19053"],
  ["D-19053", "19053"],
  ["DE 19053", "19053"],
  ["19 053", "19053"],
  ["1905", "postcode"],
  ["A-1010", "postcode"],
]);

examples("town", text("town"), [
  ["19053  Schwerin", "Schwerin"],
  ["Neustadt-Glewe", "Neustadt-Glewe"],
  ["19053", "town"],
]);

examples("licence plate", text("licence-plate"), [
  ["sn ab 123", "SN-AB 123"],
  ["SN-AB123", "SN-AB 123"],
  ["SN·AB 123", "licence-plate"],
  ["lö-c 12e", "LÖ-C 12E"],
  ["B-X1H", "B-X 1H"],
  ["bx 1", "B-X 1"],
  ["WOBAB 12", "WOB-AB 12"],
  ["SNAB123", "licence-plate-split"],
  ["WOB-AB 1234", "licence-plate-long"],
  ["SN-AB 0123", "licence-plate"],
  ["SN-AÖ 1", "licence-plate"],
  ["Auto", "licence-plate"],
]);

examples("Steuer-ID", text("tax-id"), [
  ["86 095 742 719", "86095742719"],
  ["65929970489", "65929970489"],
  ["86095742718", "steuer-id-check"],
  // All of the first ten digits different, and one four times: neither is ever given out.
  ["12345678903", "steuer-id-check"],
  ["11112345679", "steuer-id-check"],
  ["06095742719", "steuer-id-check"],
  ["079/123/12347", "steuer-id"],
]);

examples("IBAN", text("iban"), [
  ["de89 3704 0044 0532 0130 00", "DE89370400440532013000"],
  ["IBAN: DE89-3704-0044-0532-0130-00", "DE89370400440532013000"],
  ["GB29 NWBK 6016 1331 9268 19", "GB29NWBK60161331926819"],
  ["DE88 3704 0044 0532 0130 00", "iban-check"],
  ["DE89 3704 0044 0532 0103 00", "iban-check"],
  ["DE89 3704 0044 0532 0130 0", "iban-length"],
  ["ZZ89 3704 0044 0532 0130 00", "iban-country"],
  ["37040044", "iban"],
]);

test("an IBAN and a Steuer-ID are shown in groups", () => {
  const iban = text("iban");
  const shown = fieldTypeOf(iban).show(iban, "DE89370400440532013000", "de");
  assert.equal(shown, "DE89 3704 0044 0532 0130 00");
  const steuerId = text("tax-id");
  assert.equal(
    fieldTypeOf(steuerId).show(steuerId, "86095742719", "de"),
    "86 095 742 719",
  );
});

examples("BIC", text("bic"), [
  ["nola de 21 lwl", "NOLADE21LWL"],
  ["COBADEFF", "COBADEFF"],
  ["COBADEF", "bic"],
]);

examples("house number", text("house-number"), [
  ["12  a", "12 a"],
  ["12–14", "12-14"],
  ["ohne", "house-number"],
]);

examples("date", date(), [
  ["1.5.2026", "2026-05-01"],
  ["01.05.26", "2026-05-01"],
  ["1. Mai 2026", "2026-05-01"],
  ["1 März 26", "2026-03-01"],
  ["3 December 2026", "2026-12-03"],
  ["01052026", "2026-05-01"],
  ["1/5/2026", "2026-05-01"],
  ["2026-05-01", "2026-05-01"],
  ["24.3.85", "1985-03-24"],
  ["1.1.40", "2040-01-01"],
  ["1.1.50", "1950-01-01"],
  ["29.2.2025", "date-not-real"],
  ["31.4.26", "date"],
  ["Mai 2026", "date"],
]);

examples("date of birth", date({ autocomplete: "bday" }), [
  ["1.5.26", "2026-05-01"],
  ["1.12.26", "1926-12-01"],
  ["24.3.85", "1985-03-24"],
  ["1.12.2026", "date-future"],
]);

examples(
  "date with limits",
  date({ minDate: "2027-01-01", maxDate: "2027-12-31" }),
  [
    ["1.1.27", "2027-01-01"],
    ["31.12.2026", "date-early"],
    ["1.1.2028", "date-late"],
  ],
);

test("a year of two digits stays as typed where nobody knows the day", () => {
  const field = date();
  const type = fieldTypeOf(field);
  const value = type.read(field, (suffix = "") =>
    suffix === "" ? "01.05.26" : "",
  );
  assert.equal(type.check(field, value)?.code, "date");
  assert.equal(type.show(field, value, "de"), "01.05.26");
});

examples("time", { ...base, dataType: "time" }, [
  ["8:30", "08:30"],
  ["8.30", "08:30"],
  ["830", "08:30"],
  ["0830", "08:30"],
  ["8 Uhr 30", "08:30"],
  ["8 Uhr", "08:00"],
  ["17", "17:00"],
  ["8:30 Uhr", "08:30"],
  ["24:00", "time"],
  ["8:60", "time"],
  ["früh", "time"],
]);

examples("date with time", { ...base, dataType: "datetime" }, [
  ["31.12.2026 8:30", "2026-12-31T08:30"],
  ["31.12.26, 8 Uhr", "2026-12-31T08:00"],
  ["2026-12-31T08:30", "2026-12-31T08:30"],
  ["31.12.2026", "datetime-incomplete"],
  ["31.2.2026 8:30", "datetime-date"],
  ["31.12.2026 25:00", "datetime-time"],
]);

examples("country", { ...base, dataType: "country" }, [
  ["de", "DE"],
  ["Österreich", "AT"],
  ["Poland", "PL"],
  ["Preußen", "choice-unknown"],
]);

examples("money", { ...base, dataType: "currency" }, [
  ["1.234,50", "1234.50"],
  ["1234.5", "1234.50"],
  ["12,5 €", "12.50"],
  ["EUR 12", "12.00"],
  ["12,- €", "12.00"],
  ["1'234,50", "1234.50"],
  ["1,234.50", "1234.50"],
  ["−5", "-5.00"],
  ["12,345", "currency"],
  ["viel", "currency"],
]);

examples("number with a unit", { ...base, dataType: "number", unit: "m²" }, [
  ["12,5 m²", "12.5"],
  ["12.5", "12.5"],
  ["12 qm", "number"],
]);

examples(
  "choice",
  {
    ...base,
    dataType: "select",
    options: [
      { code: "1", label: "Rot" },
      { code: "2", label: "Blau" },
    ],
  },
  [
    ["1", "1"],
    ["Blau", "2"],
    ["3", "choice-unknown"],
  ],
);

test("a number's unit stands behind the shown value", () => {
  const field: InputField = { ...base, dataType: "number", unit: "m²" };
  assert.equal(fieldTypeOf(field).show(field, "12.5", "de"), "12,5 m²");
  assert.equal(fieldTypeOf(field).show(field, "12.5", "en"), "12.5 m²");
});
