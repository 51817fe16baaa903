import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import type { FormField, LabelField } from "../domain/form-definition.ts";
import type { CommonParts } from "./common-parts.ts";
import type { Children } from "./read-sequence.ts";
import type { PrecisionReading } from "./precision.ts";
import {
  codeOf,
  entriesOf,
  present,
  originalText,
  unlessSame,
  unlessShown,
  type Details,
} from "./source-details.ts";

/** What was read of a `datenfeld` before it is known which field it becomes. */
export type FieldParts = {
  readonly element: XmlElement;
  readonly common: CommonParts;
  /** `feldart` */
  readonly kind: string;
  /** `datentyp` */
  readonly type: string;
  readonly precision: PrecisionReading;
};

/** What a field has whatever its type. */
export type BaseField = Pick<
  LabelField,
  "kind" | "key" | "label" | "help" | "cardinality" | "source"
>;

/** The data type of the standard that each of ours is written with, unless the source had another. */
export const naturalDataTypes: Readonly<Record<FormField["dataType"], string>> =
  {
    text: "text",
    select: "text",
    label: "text",
    country: "text",
    location: "obj",
    boolean: "bool",
    consent: "bool",
    date: "date",
    time: "time",
    datetime: "datetime",
    number: "num",
    integer: "num_int",
    currency: "num_currency",
    file: "file",
  };

/** What the field itself does not say of its source. */
export function fieldDetails(
  field: FormField,
  { common, type, precision }: FieldParts,
): Details {
  const { children } = common;
  const { values, words } = precision.raw;
  const rest = Object.entries(values).filter(
    ([name, value]) => value !== "" && !expresses(field, name),
  );
  return present([
    ["datentyp", unlessSame(type, naturalDataTypes[field.dataType])],
    [
      "praezisierung",
      rest.length === 0 ? "" : JSON.stringify(Object.fromEntries(rest)),
    ],
    ["praezisierung.text", words],
    ["inhalt", contentDetail(field, children)],
    ["vorbefuellung", unlessSame(codeOf(children, "vorbefuellung"), "keine")],
    ["maxSize", field.dataType === "file" ? "" : children.text("maxSize")],
    [
      "mediaType",
      field.dataType === "file" ? "" : entriesOf(children.all("mediaType")),
    ],
  ]);
}

/** A text to read is shown in lines, a first value as one. */
function contentDetail(field: FormField, children: Children): string {
  return field.dataType === "label"
    ? unlessShown(children, "inhalt")
    : unlessSame(
        originalText(children.find("inhalt")),
        children.text("inhalt"),
      );
}

/** Whether the field has the constraint itself. */
function expresses(field: FormField, name: string): boolean {
  if (name in field) return true;
  const dates: Readonly<Record<string, string>> = {
    minValue: "minDate",
    maxValue: "maxDate",
  };
  const date = dates[name];
  return date !== undefined && date in field;
}
