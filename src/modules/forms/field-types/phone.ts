import { phoneErrors, phoneName } from "./i18n/phone.ts";
import { defineTextType } from "./text-field.ts";

/** A telephone number; groups parted by one space, an extension by a hyphen. @see DIN 5008 */
export const phone = defineTextType({
  format: "phone",
  name: phoneName,
  errors: phoneErrors,
  tidy: tidyPhone,
  checkFormat: (value) => {
    if (!canonical.test(value)) return { code: "phone" };
    const digits = value.replaceAll(/\D/g, "").length;
    if (digits < minDigits) return { code: "phone-short" };
    return digits > maxDigits ? { code: "phone-long" } : undefined;
  },
  input: { type: "tel", inputMode: "tel", width: 20 },
  samples: () => ({
    valid: [
      "0385 545-1111",
      "0385/545 11 11",
      "+49 385 5451111",
      "0049 (0)385 / 545-0",
      "(0385) 5451111",
      "115",
    ],
    invalid: ["12", "Rathaus", "0385 545-1111 oder 0170 12", "+49 +49 12"],
  }),
});

const canonical = /^\+?\d+(?:[ -]\d+)*$/;
/** Numbers such as 110 and 115. */
const minDigits = 3;
/** @see ITU-T E.164, and room for an extension */
const maxDigits = 18;

function tidyPhone(text: string): string {
  const tidy = text
    .replace(/^(?:Tel(?:efon)?\b\.?:?)\s*/i, "")
    .replace(/^00\s*(?=[1-9])/, "+")
    // The zero that is left out from abroad: +49 (0)385.
    .replace(/^(\+\d{1,3})\s*\(0\)/, "$1 ")
    .replaceAll(/\s*-\s*/g, "-")
    .replaceAll(/[\s/().]+/g, " ")
    .replace(/^\+\s+/, "+")
    .trim();
  return canonical.test(tidy) ? tidy : text;
}
