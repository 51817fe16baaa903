import type {
  FormField,
  NumberField,
  Option,
  TextField,
} from "../domain/form-definition.ts";
import { compilePattern } from "../domain/pattern.ts";

/** `inhalt` in the canonical form of the field's values; undefined when it is no value of it. */
export function readInitialValue(
  field: FormField,
  text: string,
): string | undefined {
  if (field.dataType === "text") return isText(field, text) ? text : undefined;
  if (field.dataType === "select") return optionOf(field.options, text)?.code;
  if (isNumber(field)) return numberOf(field, text);
  return readers[field.dataType]?.(text);
}

const readers: Readonly<
  Partial<Record<FormField["dataType"], (text: string) => string | undefined>>
> = {
  boolean: truthOf,
  consent: truthOf,
  date: dateOf,
  time: timeOf,
  datetime: momentOf,
};

function isNumber(field: FormField): field is NumberField {
  return ["number", "integer", "currency"].includes(field.dataType);
}

function isText(field: TextField, text: string): boolean {
  const length = Array.from(text).length;
  if (length > (field.maxLength ?? Infinity)) return false;
  if (length < (field.minLength ?? 0)) return false;
  if (field.pattern === undefined) return true;
  const compiled = compilePattern(field.pattern);
  return compiled.ok && compiled.value.matches(text);
}

/** Schemas name the code, or the words the list has for it. */
function optionOf(
  options: readonly Option[],
  text: string,
): Option | undefined {
  return (
    options.find(({ code }) => code === text) ??
    options.find(({ label }) => label.toLowerCase() === text.toLowerCase())
  );
}

function truthOf(text: string): string | undefined {
  if (/^(?:true|1|ja|wahr)$/i.test(text)) return "true";
  return /^(?:false|0|nein|falsch)$/i.test(text) ? "false" : undefined;
}

function numberOf(field: NumberField, text: string): string | undefined {
  const match = /^(-?)0*(\d{1,15})(?:[.,](\d{1,10}))?$/.exec(text);
  const [, sign = "", whole = "", typed = ""] = match ?? [];
  const decimals = decimalsOf(field, typed.replace(/0+$/, ""));
  if (!match || decimals === undefined) return undefined;
  const value = `${sign}${whole}${decimals}`;
  return isInRange(field, Number(value)) ? value : undefined;
}

function isInRange(
  { minValue = -Infinity, maxValue = Infinity }: NumberField,
  value: number,
): boolean {
  return value >= minValue && value <= maxValue;
}

function decimalsOf(
  { dataType }: NumberField,
  fraction: string,
): string | undefined {
  if (dataType === "currency")
    return fraction.length > 2 ? undefined : `.${fraction.padEnd(2, "0")}`;
  if (fraction === "") return "";
  return dataType === "integer" ? undefined : `.${fraction}`;
}

function dateOf(text: string): string | undefined {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const [, day = "", month = "", year = ""] = german ?? [];
  const iso = german
    ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
    : text;
  const date = new Date(`${iso}T00:00:00Z`);
  const isReal =
    /^[1-9]\d{3}-\d{2}-\d{2}$/.test(iso) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(iso);
  return isReal ? iso : undefined;
}

function timeOf(text: string): string | undefined {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?: Uhr)?$/.exec(text);
  const [, hours = "", minutes = ""] = match ?? [];
  return match ? `${hours.padStart(2, "0")}:${minutes}` : undefined;
}

function momentOf(text: string): string | undefined {
  const [day = "", clock = ""] = text.split(/[T ]/);
  const [date, time] = [dateOf(day), timeOf(clock.replace(/(?:\.\d+)?Z$/, ""))];
  return date === undefined || time === undefined
    ? undefined
    : `${date}T${time}`;
}
