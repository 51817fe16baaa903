import type {
  DateField,
  FileField,
  FormField,
  InputField,
  MediaType,
  NumberField,
  SelectField,
  TextField,
  TextFormat,
} from "../domain/form-definition.ts";
import { compilePattern } from "../domain/pattern.ts";
import { fieldTypeOf } from "../field-types/field-types.ts";
import { sampleOfPattern } from "./sample-of-pattern.ts";

/** What somebody does at one control. */
export type Deed =
  | { readonly kind: "type"; readonly text: string }
  | {
      readonly kind: "date";
      readonly day: string;
      readonly month: string;
      readonly year: string;
      /** Of a date with a time of the day. */
      readonly time?: string;
    }
  | { readonly kind: "choose"; readonly label: string }
  | { readonly kind: "tick"; readonly label: string }
  | { readonly kind: "upload"; readonly mediaType: MediaType | "image/gif" }
  | { readonly kind: "describe"; readonly words: string };

/** A number below the argument, not below 0. */
export type Choose = (below: number) => number;

/** A sequence that looks random and is the same for the same seed. */
export function chooser(seed: number): Choose {
  let state = seed + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** Something the field must take, made from its constraints as a person would write it. Throws when nobody could fill it in. */
export function validDeed(field: InputField, choose: Choose): Deed {
  switch (field.dataType) {
    case "text":
      return { kind: "type", text: validText(field, choose) };
    case "number":
    case "integer":
    case "currency":
      return { kind: "type", text: validNumber(field, choose) };
    case "date":
      return { kind: "date", ...validDate(field, choose) };
    case "select": {
      const option = field.options[choose(field.options.length)];
      return { kind: "choose", label: option?.label ?? "" };
    }
    default:
      return unlimited(field, choose);
  }
}

type Unlimited = Exclude<
  InputField,
  TextField | NumberField | DateField | SelectField
>;

function unlimited(field: Unlimited, choose: Choose): Deed {
  switch (field.dataType) {
    case "time":
      return { kind: "type", text: "8:30" };
    case "datetime":
      return { kind: "date", ...lastDay, time: "8:30" };
    case "country":
      return { kind: "choose", label: "Deutschland" };
    case "boolean":
      return { kind: "choose", label: choose(2) === 0 ? "Ja" : "Nein" };
    case "file":
      return { kind: "upload", mediaType: acceptedType(field) };
    case "consent":
      return { kind: "tick", label: field.content };
    case "location":
      return { kind: "describe", words: "Am Schlossgarten, beim alten Tor" };
  }
}

function acceptedType({ mediaTypes }: FileField): MediaType {
  const [first = "application/pdf"] = mediaTypes;
  return mediaTypes.includes("application/pdf") ? "application/pdf" : first;
}

/** Something the field must refuse; undefined where nothing wrong can be given (choices). */
export function invalidDeed(
  field: InputField,
  choose: Choose,
): Deed | undefined {
  switch (field.dataType) {
    case "text":
      return oneOf(invalidTexts(field), choose);
    case "number":
    case "integer":
    case "currency":
      return oneOf(invalidNumbers(field), choose);
    case "date":
      return { kind: "date", ...pick(invalidDates(field), choose) };
    case "time":
      return oneOf(["gegen Mittag", "25:00", "8:75"], choose);
    case "datetime":
      return { kind: "date", ...lastDay, time: "gegen Mittag" };
    case "file":
      return { kind: "upload", mediaType: "image/gif" };
    case "location":
      return { kind: "describe", words: "Am Markt 王" };
    default:
      return undefined;
  }
}

const lastDay = { day: "31", month: "12", year: "2026" };

function pick<T>(choices: readonly [T, ...T[]], choose: Choose): T {
  return choices[choose(choices.length)] ?? choices[0];
}

function oneOf(texts: readonly [string, ...string[]], choose: Choose): Deed {
  return { kind: "type", text: pick(texts, choose) };
}

/** A format that is not among them has its own samples. */
const everyday: Readonly<Partial<Record<TextFormat, readonly string[]>>> = {
  email: ["ada@example.org", "jörg.müßig@example.org"],
  phone: ["0385 1234567", "+49 385 1234567", "03851234567"],
  postcode: ["19053", "19288"],
  town: ["Schwerin", "Ludwigslust"],
  street: ["Schloßstraße", "Am Packhof"],
  "house-number": ["12", "3"],
  "person-name": ["Østergård", "Jörg", "Ada"],
  iban: ["DE89370400440532013000", "de89 3704 0044 0532 0130 00"],
  bic: ["MARKDEF1100", "MARKDEFF"],
  "licence-plate": ["SN-AB 123", "sn ab 123"],
  "tax-id": ["86095742719", "86 095 742 719"],
};

const words = [
  "Wir",
  "möchten",
  "am",
  "Schloß",
  "einen",
  "Çay-Stand",
  "für",
  "zwölf",
  "Gäste",
  "öffnen",
];

function validText(field: TextField, choose: Choose): string {
  const usual = field.format
    ? (everyday[field.format] ?? fieldTypeOf(field).samples(field).valid)
    : ["Ada", "Schwerin"];
  const fitting = usual.filter((text) => fits(field, text));
  if (fitting.length > 0) return fitting[choose(fitting.length)] ?? "";
  const text =
    field.pattern === undefined
      ? wordsWithin(field, choose)
      : sampleOfPattern(field.pattern, field, choose);
  if (text === undefined)
    throw new Error(`sample: nobody can fill in "${field.label}"`);
  return text;
}

function fits(field: TextField, text: string): boolean {
  const { minLength = 0, maxLength = 2000, pattern } = field;
  const compiled = pattern === undefined ? undefined : compilePattern(pattern);
  return (
    text.length >= minLength &&
    text.length <= maxLength &&
    (!compiled?.ok || compiled.value.matches(text))
  );
}

function wordsWithin(
  { minLength = 0, maxLength = 2000 }: TextField,
  choose: Choose,
): string {
  let text = words[choose(words.length)] ?? "";
  while (text.length < minLength)
    text += ` ${words[choose(words.length)] ?? ""}`;
  return text.slice(0, Math.min(maxLength, 200)).trim().padEnd(minLength, "x");
}

const mistaken: Readonly<Partial<Record<TextFormat, readonly string[]>>> = {
  email: ["ada.example.org", "ada@", "ada@example"],
  phone: ["keine"],
  postcode: ["1905", "190533"],
  iban: ["DE88370400440532013000", "DE89 3704"],
  bic: ["MARKDE"],
  "licence-plate": ["Anhänger"],
  "tax-id": ["12345678901", "86 095 742 718"],
};

/** A text of another script, one too long, and what is nothing of the format, too short or off the pattern. */
function invalidTexts(field: TextField): [string, ...string[]] {
  const { minLength = 0, maxLength = 2000, format, pattern } = field;
  return [
    "王府井",
    "x".repeat(maxLength + 1),
    ...(minLength > 1 ? ["x".repeat(minLength - 1)] : []),
    ...((format && mistaken[format]) ?? []),
    ...(pattern === undefined
      ? []
      : ["#", "x", "1"].filter((text) => !fits(field, text)).slice(0, 1)),
  ];
}

function validNumber(field: NumberField, choose: Choose): string {
  const { minLength = 1, maxLength = 30 } = field;
  const { minValue = -Infinity, maxValue = Infinity } = field;
  const least = minLength > 1 ? 10 ** (minLength - 1) : Math.min(0, maxValue);
  const low = Math.max(minValue, Math.min(least, maxValue));
  const high = Math.min(maxValue, low + 100, 10 ** maxLength - 1);
  const first = Math.ceil(low);
  if (first > high) return written(low);
  const whole = first + choose(Math.floor(high - first) + 1);
  const takesCents = field.dataType === "currency" && whole < high;
  return takesCents && field.maxLength === undefined
    ? `${String(whole)},50`
    : String(whole);
}

function invalidNumbers({
  minValue,
  maxValue,
}: NumberField): [string, ...string[]] {
  return [
    "zwölf",
    "1,2,3",
    ...(minValue === undefined ? [] : [written(minValue - 1)]),
    ...(maxValue === undefined ? [] : [written(maxValue + 1)]),
  ];
}

const written = (amount: number) => String(amount).replace(".", ",");

type Day = {
  readonly day: string;
  readonly month: string;
  readonly year: string;
};

/** Long ago by default, so that it may be a birthday. */
function validDate({ minDate, maxDate }: DateField, choose: Choose): Day {
  return partsOf(minDate ?? maxDate ?? `19${String(60 + choose(30))}-01-31`);
}

/** A day there is not, and those beyond the limits. */
function invalidDates({ minDate, maxDate }: DateField): [Day, ...Day[]] {
  return [
    { day: "31", month: "2", year: "2020" },
    ...(minDate === undefined ? [] : [partsOf("1850-01-31")]),
    ...(maxDate === undefined ? [] : [partsOf("2999-12-31")]),
  ];
}

function partsOf(date: string): Day {
  const [year = "", month = "", day = ""] = date.split("-");
  return { day: String(Number(day)), month: String(Number(month)), year };
}

/** True for what somebody fills in: neither text to read, nor worked out, nor fixed. */
export function isFilledIn(field: FormField): field is InputField {
  return (
    field.dataType !== "label" &&
    field.computed === undefined &&
    field.entry === undefined
  );
}
