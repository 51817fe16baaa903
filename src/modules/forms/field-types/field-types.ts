import type { Locale } from "../../../platform/i18n/texts.ts";
import type {
  FormField,
  InputField,
  TextFormat,
} from "../domain/form-definition.ts";
import type { ValueProblem } from "../domain/field-error.ts";
import { isRepeatable } from "../domain/visit.ts";
import { boolean } from "./boolean.ts";
import { consent } from "./consent.ts";
import { country } from "./country.ts";
import { currency } from "./currency.ts";
import { date } from "./date.ts";
import { datetime } from "./datetime.ts";
import { email } from "./email.ts";
import type {
  FieldType,
  FileType,
  LabelType,
  WrittenField,
} from "./field-type.ts";
import { file } from "./file.ts";
import { town } from "./town.ts";
import { street } from "./street.ts";
import { houseNumber } from "./house-number.ts";
import { personName } from "./person-name.ts";
import { iban } from "./iban.ts";
import { bic } from "./bic.ts";
import { licencePlate } from "./licence-plate.ts";
import { steuerId } from "./steuer-id.ts";
import { integer } from "./integer.ts";
import { label } from "./label.ts";
import { location } from "./location.ts";
import { number } from "./number.ts";
import { phone } from "./phone.ts";
import { postcode } from "./postcode.ts";
import { select } from "./select.ts";
import { text } from "./text.ts";
import { time } from "./time.ts";

/** What a field is: its data type, and of a text its format. */
type FieldTypeKey = WrittenField["dataType"] | TextFormat;

/** Every type of field somebody types or chooses. */
const writtenTypes: Readonly<Record<FieldTypeKey, FieldType<WrittenField>>> = {
  text,
  email,
  phone,
  postcode,
  town,
  street,
  "house-number": houseNumber,
  "person-name": personName,
  iban,
  bic,
  "licence-plate": licencePlate,
  "tax-id": steuerId,
  date,
  time,
  datetime,
  number,
  integer,
  currency,
  boolean,
  select,
  consent,
  country,
  location,
};

const otherTypes: { readonly file: FileType; readonly label: LabelType } = {
  file,
  label,
};

/** All types by their key. */
export const fieldTypes = { ...writtenTypes, ...otherTypes };

/** The type of a field that is typed or chosen. */
export function fieldTypeOf(field: WrittenField): FieldType<WrittenField> {
  const key =
    field.dataType === "text" ? (field.format ?? "text") : field.dataType;
  return writtenTypes[key];
}

/** How several answers to a field are one control; undefined where each has its own. */
export function togetherOf(field: WrittenField) {
  const { together } = fieldTypeOf(field);
  return isRepeatable(field) && together?.fits(field) ? together : undefined;
}

/** Names of the scripts that add comfort to these fields, each once. */
export function scriptsFor(fields: readonly FormField[]): string[] {
  const scripts = fields.flatMap((field) =>
    field.dataType === "file" || field.dataType === "label"
      ? []
      : (fieldTypeOf(field).scripts ?? []),
  );
  return [...new Set(scripts)];
}

/** What is said about a field where nothing was entered. */
export function missingProblem(field: InputField) {
  return field.dataType === "file"
    ? file.missing(field)
    : fieldTypeOf(field).missing(field);
}

/** What is said about a field that was filled in wrongly: each kind of mistake that its type knows, once. */
export function mistakesIn(field: InputField): readonly ValueProblem[] {
  if (field.dataType === "file") return [];
  const type = fieldTypeOf(field);
  const problems = type.samples(field).invalid.flatMap((sample) => {
    const value = type.read(field, (suffix = "") =>
      suffix === "" ? sample : "",
    );
    return type.check(field, value) ?? [];
  });
  return [...new Map(problems.map((each) => [each.code, each])).values()];
}

/** The schemas of all fields in a stored form, each once. */
export function fieldShapes() {
  const shapes = Object.values(writtenTypes).map(({ shape }) => shape);
  return [label.shape, file.shape, ...new Set(shapes)] as const;
}

/** What to do about a problem that only one type knows; undefined for those of `i18n/`. */
export function typeErrorText(
  code: string,
  locale: Locale,
): string | undefined {
  return errorTexts[locale].get(code);
}

const typesWithErrors = [...Object.values(writtenTypes), file];
const errorTexts: Readonly<Record<Locale, ReadonlyMap<string, string>>> = {
  de: new Map(
    typesWithErrors.flatMap(({ errors }) => Object.entries(errors.de)),
  ),
  en: new Map(
    typesWithErrors.flatMap(({ errors }) => Object.entries(errors.en)),
  ),
};
