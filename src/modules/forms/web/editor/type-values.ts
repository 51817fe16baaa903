import { withoutUndefined } from "../../../../platform/values/without-undefined.ts";
import type { Option } from "../../domain/form-definition.ts";
import type { FieldType } from "../../domain/overlay/overlay.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { numberOrText, type ElementValues } from "./typed-values.ts";

/** Limits of a type that are typed as one line each, and whether they are numbers. */
const plainLimits = {
  minLength: "number",
  maxLength: "number",
  pattern: "text",
  example: "text",
  format: "text",
  minDate: "text",
  maxDate: "text",
  minValue: "number",
  maxValue: "number",
  unit: "text",
  maxBytes: "number",
  content: "text",
  shape: "text",
} as const;

export type PlainLimit = keyof typeof plainLimits;

/** What can be said about a field of a type, in the order of the page. */
export const limitsOf: Readonly<
  Record<
    FieldType["dataType"],
    readonly (PlainLimit | "options" | "multiline")[]
  >
> = {
  text: ["minLength", "maxLength", "format", "pattern", "example", "multiline"],
  date: ["minDate", "maxDate"],
  time: [],
  datetime: [],
  country: [],
  consent: ["content"],
  location: ["shape"],
  number: ["minValue", "maxValue", "unit", "minLength", "maxLength"],
  integer: ["minValue", "maxValue", "unit", "minLength", "maxLength"],
  currency: ["minValue", "maxValue"],
  boolean: [],
  select: ["options"],
  file: ["maxBytes"],
  label: ["content"],
};

/** The inputs for a type. What has no input is carried along as JSON. */
export function typeValues(type: FieldType): ElementValues {
  const entries = Object.entries(type);
  const limits = entries.flatMap(([name, value]) =>
    name in plainLimits ? [[name, String(value)] as const] : [],
  );
  const rest = entries.filter(
    ([name]) =>
      !(name in plainLimits) &&
      !["dataType", "options", "multiline"].includes(name),
  );
  return {
    dataType: type.dataType,
    typeBefore: type.dataType,
    ...Object.fromEntries(limits),
    ...(type.dataType === "select"
      ? { options: optionLines(type.options) }
      : {}),
    ...(type.dataType === "text" && type.multiline
      ? { multiline: "true" }
      : {}),
    ...(rest.length > 0
      ? { typeRest: JSON.stringify(Object.fromEntries(rest)) }
      : {}),
  };
}

/** The type that was typed; unchecked. Only limits of the chosen data type count: the page shows those of the one before. */
export function readType(values: ElementValues): unknown {
  const dataType = values["dataType"] ?? "";
  const known = Object.entries(limitsOf).find(([name]) => name === dataType);
  const limits = known?.[1] ?? [];
  const isChanged = dataType !== values["typeBefore"];
  return withoutUndefined({
    ...(isChanged ? newTypeDefaults[dataType] : readRest(values["typeRest"])),
    dataType,
    ...Object.fromEntries(
      limits.flatMap((name) => {
        const value = readLimit(name, values);
        return value === undefined ? [] : [[name, value] as const];
      }),
    ),
  });
}

/** What a type cannot be without, when it is chosen. */
const t = editorTexts("de");
const newTypeDefaults: Readonly<Record<string, object>> = {
  select: { options: [{ code: "1", label: t("element.first-option") }] },
  consent: { content: t("element.consent") },
  location: { shape: "point" },
  file: {
    maxBytes: 10_000_000,
    mediaTypes: ["application/pdf", "image/jpeg", "image/png"],
  },
};

function readLimit(
  name: PlainLimit | "options" | "multiline",
  values: ElementValues,
): unknown {
  const typed = (values[name] ?? "").trim();
  if (typed === "") return undefined;
  if (name === "multiline") return typed === "true" ? true : undefined;
  if (name === "options") return readOptions(typed);
  return plainLimits[name] === "number" ? numberOrText(typed) : typed;
}

function readRest(text: string | undefined): object {
  try {
    const rest: unknown = JSON.parse(text ?? "{}");
    return typeof rest === "object" && rest !== null ? rest : {};
  } catch {
    // Somebody changed a hidden input: what is missing then is found by the check of the overlay.
    return {};
  }
}

/** One answer a line: `code = label | help`. */
function optionLines(options: readonly Option[]): string {
  return options
    .map(({ code, label, help }) =>
      [`${code} = ${label}`, ...(help === undefined ? [] : [help])].join(" | "),
    )
    .join("\n");
}

function readOptions(text: string): Option[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [answer = "", help] = line.split(" | ", 2);
      const at = answer.indexOf("=");
      const code = (at < 0 ? answer : answer.slice(0, at)).trim();
      const label = at < 0 ? code : answer.slice(at + 1).trim();
      return withoutUndefined({ code, label, help: help?.trim() });
    });
}
