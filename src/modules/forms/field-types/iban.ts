import { ibanErrors, ibanName } from "./i18n/iban.ts";
import { defineTextType } from "./text-field.ts";
import { ibanLengths } from "./iban-lengths.ts";

/** International bank account number, stored without spaces. @see ISO 13616 */
export const iban = defineTextType({
  format: "iban",
  name: ibanName,
  example: "DE89 3704 0044 0532 0130 00",
  errors: ibanErrors,
  tidy: (text) => {
    const compact = text
      .replace(/^IBAN\b:?/i, "")
      .replaceAll(/[\s.-]/g, "")
      .toUpperCase();
    return shape.test(compact) ? compact : text;
  },
  checkFormat: (value) => {
    if (!shape.test(value)) return { code: "iban" };
    const country = value.slice(0, 2);
    const length = ibanLengths[country];
    if (length === undefined)
      return { code: "iban-country", params: { country } };
    if (value.length !== length)
      return {
        code: "iban-length",
        params: { country, expected: length, length: value.length },
      };
    return remainderOf97(value) === 1 ? undefined : { code: "iban-check" };
  },
  show: (value) =>
    shape.test(value) ? value.replaceAll(/(.{4})(?=.)/g, "$1 ") : value,
  input: { autocapitalize: "characters", spellCheck: false },
  samples: () => ({
    valid: [
      "DE89370400440532013000",
      "de89 3704 0044 0532 0130 00",
      "IBAN: DE89-3704-0044-0532-0130-00",
      "AT61 1904 3002 3457 3201",
      "FR14 2004 1010 0505 0001 3M02 606",
    ],
    invalid: [
      "DE88 3704 0044 0532 0130 00",
      "DE89 3704 0044 0532 0130 0",
      "XX89 3704 0044 0532 0130 00",
      "0532013000",
      "DE",
    ],
  }),
});

const shape = /^[A-Z]{2}\d{2}[A-Z\d]{4,30}$/;

/** The check of ISO 7064 MOD 97-10: country and check digits go to the end, letters count from 10. */
function remainderOf97(value: string): number {
  const digits = Array.from(value.slice(4) + value.slice(0, 4), (character) =>
    Number.parseInt(character, 36).toString(),
  ).join("");
  return Array.from(digits).reduce(
    (remainder, digit) => (remainder * 10 + Number(digit)) % 97,
    0,
  );
}
