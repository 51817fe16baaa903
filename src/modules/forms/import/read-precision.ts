import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import { compilePattern } from "../domain/pattern.ts";
import { shorten } from "./common-parts.ts";
import type { ImportReport } from "./import-message.ts";
import { readableText } from "./read-sequence.ts";

export type Precision = {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly pattern?: string;
};

/**
 * Reads `praezisierung`: a JSON object whose values are strings. Released schemas also carry free text there (`1..31`);
 * that is reported and left out. @see XDatenfelder 2.0, Datenfeld
 */
export function readPrecision(
  element: XmlElement | undefined,
  report: ImportReport,
): Precision {
  const text = element?.text.trim() ?? "";
  if (!element || text === "") return {};
  const values = parseObject(text);
  if (!values) {
    // What begins like JSON was meant as JSON: then a constraint would be lost that the author relied on.
    if (text.startsWith("{"))
      report.error("precision-not-json", element, { value: shorten(text) });
    else
      report.warning("precision-ignored", element, {
        value: shorten(readableText(element)),
      });
    return {};
  }
  const precision: Precision = {
    ...limit("minLength", values, { element, report }),
    ...limit("maxLength", values, { element, report }),
    ...limit("minValue", values, { element, report }),
    ...limit("maxValue", values, { element, report }),
    ...pattern(values, { element, report }),
  };
  reportContradictions(precision, element, report);
  return precision;
}

function parseObject(
  text: string,
): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject =
      typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? { ...value } : undefined;
  } catch {
    // Not JSON; the caller reports it.
    return undefined;
  }
}

type Where = { readonly element: XmlElement; readonly report: ImportReport };
type LimitName = "minLength" | "maxLength" | "minValue" | "maxValue";

function limit(
  name: LimitName,
  values: Readonly<Record<string, unknown>>,
  { element, report }: Where,
): Precision {
  const value = values[name];
  if (value === undefined || value === "") return {};
  const text =
    typeof value === "number" || typeof value === "string"
      ? String(value).trim()
      : "";
  const shape = name.endsWith("Length")
    ? /^\d{1,7}$/
    : /^-?\d{1,15}(?:\.\d{1,10})?$/;
  if (shape.test(text)) return { [name]: Number(text) };
  report.warning("precision-ignored", element, {
    value: shorten(`${name}: ${JSON.stringify(value)}`),
  });
  return {};
}

function pattern(
  values: Readonly<Record<string, unknown>>,
  { element, report }: Where,
): Precision {
  const source = values["pattern"];
  if (source === undefined || source === "") return {};
  if (typeof source === "string" && compilePattern(source).ok)
    return { pattern: source };
  report.warning("pattern-ignored", element, {
    value: shorten(JSON.stringify(source)),
  });
  return {};
}

function reportContradictions(
  { minLength, maxLength, minValue, maxValue }: Precision,
  element: XmlElement,
  report: ImportReport,
): void {
  const ranges = [
    { min: minLength, max: maxLength },
    { min: minValue, max: maxValue },
  ];
  for (const { min, max } of ranges)
    if (min !== undefined && max !== undefined && min > max)
      report.error("precision-contradictory", element, { min, max });
}
