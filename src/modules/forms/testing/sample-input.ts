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
import { sampleOfPattern } from "./sample-of-pattern.ts";

/** What somebody does at one control. */
export type Deed =
  | { readonly kind: "type"; readonly text: string }
  | {
      readonly kind: "date";
      readonly day: string;
      readonly month: string;
      readonly year: string;
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
      return { kind: "type", text: "31.12.2026 8:30" };
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
  return mediaTypes.includes("application/pdf")
    ? "application/pdf"
    : "image/png";
}

/** Something the field must refuse; undefined where nothing wrong can be given (choices). */
export function invalidDeed(field: InputField): Deed | undefined {
  switch (field.dataType) {
    case "text": {
      const text = invalidText(field);
      return text === undefined ? undefined : { kind: "type", text };
    }
    case "number":
    case "integer":
    case "currency":
      return { kind: "type", text: "zwölf" };
    case "date":
      return { kind: "date", day: "31", month: "2", year: "2020" };
    case "time":
    case "datetime":
      return { kind: "type", text: "gegen Mittag" };
    case "file":
      return { kind: "upload", mediaType: "image/gif" };
    default:
      return undefined;
  }
}

const everyday: Readonly<Record<TextFormat, readonly string[]>> = {
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
  const usual = field.format ? everyday[field.format] : ["Ada", "Schwerin"];
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

function invalidText(field: TextField): string | undefined {
  if (field.format === "email") return "ada.example.org";
  if (field.format === "iban") return "DE88370400440532013000";
  if (field.format === "tax-id") return "12345678901";
  if (field.maxLength !== undefined) return "x".repeat(field.maxLength + 1);
  if (field.pattern === undefined) return undefined;
  return ["#", "x", "1"].find((text) => !fits(field, text));
}

function validNumber(field: NumberField, choose: Choose): string {
  const { minLength = 1, minValue = -Infinity, maxValue = Infinity } = field;
  const low = Math.max(minValue, minLength > 1 ? 10 ** (minLength - 1) : 0);
  const high = Math.min(maxValue, low + 100);
  const whole = Math.ceil(low) + choose(Math.floor(high - low) + 1);
  return field.dataType === "currency" && whole < high
    ? `${String(whole)},50`
    : String(whole);
}

/** Long ago by default, so that it may be a birthday. */
function validDate({ minDate, maxDate }: DateField, choose: Choose) {
  const day = minDate ?? maxDate ?? `19${String(60 + choose(30))}-01-31`;
  const [year = "", month = "", date = ""] = day.split("-");
  return { day: String(Number(date)), month: String(Number(month)), year };
}

/** True for what somebody fills in: neither text to read, nor worked out, nor fixed. */
export function isFilledIn(field: FormField): field is InputField {
  return (
    field.dataType !== "label" &&
    field.computed === undefined &&
    field.entry === undefined
  );
}
