import type { FormField, PrefillSource } from "../domain/form-definition.ts";
import type { FieldParts } from "./field-details.ts";
import { prefillFor } from "./field-hints.ts";
import { shorten } from "./import-message.ts";
import { readInitialValue } from "./read-initial-value.ts";
import { codeOf, withDetails } from "./source-details.ts";

/** Adds how the field gets its value: what it begins with, who may change it, where a first value comes from. */
export function readEntry(field: FormField, parts: FieldParts): FormField {
  const { common, kind } = parts;
  const initialValue = readContent(field, parts);
  const prefill = readPrefill(field, parts);
  const filled = {
    ...field,
    ...(initialValue === undefined ? {} : { initialValue }),
    ...(prefill ? { prefill: { source: prefill } } : {}),
  };
  if (kind !== "hidden" && kind !== "locked") return filled;
  const entry = { ...filled, entry: kind } as const;
  if (initialValue !== undefined || field.cardinality.min === 0) return entry;
  if (!prefill)
    common.report.warning("entry-without-value", parts.element, {
      label: field.label,
    });
  // Nobody can type it, and guests have no account to take it from: it must not be asked for.
  const { min, max } = field.cardinality;
  const anzahl = `${String(min)}:${String(max ?? "*")}`;
  return {
    ...entry,
    cardinality: { min: 0, max },
    ...(field.source
      ? { source: withDetails(field.source, { "struktur.anzahl": anzahl }) }
      : {}),
  };
}

function readContent(
  field: FormField,
  { common }: FieldParts,
): string | undefined {
  const element = common.children.find("inhalt");
  const text = common.children.text("inhalt");
  if (text === "") return undefined;
  const value = readInitialValue(field, text);
  if (value === undefined)
    common.report.warning("content-ignored", element, {
      value: shorten(text),
    });
  return value;
}

/** Only where the schema wants the authority to fill in the field, and the label leaves no doubt what belongs there. */
function readPrefill(
  field: FormField,
  { common }: FieldParts,
): PrefillSource | undefined {
  const wish = codeOf(common.children, "vorbefuellung");
  return wish === "optional" || wish === "verpflichtend"
    ? prefillFor(field)
    : undefined;
}
