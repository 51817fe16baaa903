import { steuerIdErrors, steuerIdName } from "./i18n/steuer-id.ts";
import { defineTextType } from "./text-field.ts";

/** Steuer-Identifikationsnummer, stored as eleven digits. @see § 139b AO and § 1 StIdV */
export const steuerId = defineTextType({
  format: "tax-id",
  name: steuerIdName,
  example: "86 095 742 719",
  errors: steuerIdErrors,
  tidy: (text) => {
    const compact = text.replaceAll(/[\s.-]/g, "");
    return /^\d{11}$/.test(compact) ? compact : text;
  },
  checkFormat: (value) => {
    if (!/^\d{11}$/.test(value)) return { code: "steuer-id" };
    const isRight =
      /^[1-9]/.test(value) &&
      hasRepetition(value.slice(0, 10)) &&
      checkDigitOf(value.slice(0, 10)) === Number(value[10]);
    return isRight ? undefined : { code: "steuer-id-check" };
  },
  show: (value) =>
    value.replace(/^(\d\d)(\d{3})(\d{3})(\d{3})$/, "$1 $2 $3 $4"),
  input: { inputMode: "numeric", width: 20 },
  samples: () => ({
    valid: ["86095742719", "86 095 742 719", "47036892816"],
    invalid: [
      "86095742718",
      "8609574271",
      "12345678901",
      "00000000000",
      "079/123/12347",
    ],
  }),
});

/** Of the first ten digits one stands there two or three times, never three in a row; all others at most once. */
function hasRepetition(digits: string): boolean {
  const counts = Array.from(
    "0123456789",
    (digit) => Array.from(digits).filter((each) => each === digit).length,
  ).filter((count) => count > 1);
  return (
    counts.length === 1 && (counts[0] ?? 0) <= 3 && !/(\d)\1\1/.test(digits)
  );
}

/** ISO 7064 MOD 11,10. */
function checkDigitOf(digits: string): number {
  const product = Array.from(digits).reduce((before, digit) => {
    const sum = (Number(digit) + before) % 10;
    return ((sum === 0 ? 10 : sum) * 2) % 11;
  }, 10);
  return (11 - product) % 10;
}
