import { licencePlateErrors, licencePlateName } from "./i18n/licence-plate.ts";
import { defineTextType } from "./text-field.ts";

/** German licence plate of a vehicle, stored as `SN-AB 123`, `SN-AB 123E`. @see § 9 FZV and Anlage 3 */
export const licencePlate = defineTextType({
  format: "licence-plate",
  name: licencePlateName,
  example: "SN-AB 123",
  errors: licencePlateErrors,
  tidy: tidyPlate,
  checkFormat: (value) => {
    if (canonical.test(value))
      return value.replaceAll(/[- ]/g, "").length <= maxSigns
        ? undefined
        : { code: "licence-plate-long", params: { max: maxSigns } };
    return /^[A-ZÄÖÜ]{3,4}\d/i.test(value)
      ? { code: "licence-plate-split" }
      : { code: "licence-plate" };
  },
  input: { autocapitalize: "characters", spellCheck: false, width: 10 },
  samples: () => ({
    valid: [
      "SN-AB 123",
      "sn ab 123",
      "SN-AB123",
      "sn–ab–1",
      "hro c 12 e",
      "B-X 1H",
    ],
    invalid: ["SNAB123", "SN-AB 0123", "SN 12345", "WOB-AB 1234", "Auto"],
  }),
});

/** Signs of the whole plate, spaces not counted. */
const maxSigns = 8;
const canonical = /^[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} [1-9]\d{0,3}[EH]?$/;

/**
 * District, letters, number. Without anything between district and letters only two or five letters in all can be told apart:
 * SNAB 123 could be S-NAB, SN-AB or SNA-B.
 */
function tidyPlate(text: string): string {
  const match = parted.exec(text) ?? shortest.exec(text) ?? longest.exec(text);
  if (!match) return text;
  const [, district = "", letters = "", digits = "", suffix = ""] = match;
  return `${district}-${letters} ${digits}${suffix}`.toUpperCase();
}

const parted =
  /^([A-ZÄÖÜ]{1,3})[\s:.-]+([A-Z]{1,2})[\s-]*([1-9]\d{0,3})[\s-]*([EH]?)$/i;
const shortest = /^([A-ZÄÖÜ])([A-Z])[\s-]*([1-9]\d{0,3})[\s-]*([EH]?)$/i;
const longest = /^([A-ZÄÖÜ]{3})([A-Z]{2})[\s-]*([1-9]\d{0,3})[\s-]*([EH]?)$/i;
