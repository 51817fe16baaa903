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
  content: "text",
  shape: "text",
} as const;

/** An input of a type's page. */
export type TypeInput =
  | keyof typeof plainLimits
  | "options"
  | "multiline"
  | "maxMegabytes"
  | "mediaTypes";

/** What can be said about a field of a type, in the order of the page. */
export const limitsOf: Readonly<
  Record<FieldType["dataType"], readonly TypeInput[]>
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
  file: ["maxMegabytes", "mediaTypes"],
  label: ["content"],
};

/** Parts of a type with an input that is no plain line. */
const ownInputs: ReadonlySet<string> = new Set([
  "dataType",
  "options",
  "multiline",
  "maxBytes",
  "mediaTypes",
]);

const bytesOfMegabyte = 1_000_000;

/** The inputs for a type. What has no input is carried along as JSON. */
export function typeValues(type: FieldType): ElementValues {
  const entries = Object.entries(type);
  const limits = entries.flatMap(([name, value]) =>
    name in plainLimits ? [[name, String(value)] as const] : [],
  );
  const rest = entries.filter(
    ([name]) => !(name in plainLimits) && !ownInputs.has(name),
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
    ...(type.dataType === "file"
      ? {
          maxMegabytes: String(type.maxBytes / bytesOfMegabyte).replace(
            ".",
            ",",
          ),
          mediaTypes: type.mediaTypes.join("\n"),
        }
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
        if (value === undefined) return [];
        const of = name === "maxMegabytes" ? "maxBytes" : name;
        return [[of, value] as const];
      }),
    ),
  });
}

/** What a type cannot be without, when it is chosen. */
const t = editorTexts("de");
export const newTypeDefaults: Readonly<Record<string, object>> = {
  select: { options: [{ code: "1", label: t("element.first-option") }] },
  consent: { content: t("element.consent") },
  location: { shape: "point" },
  file: {
    maxBytes: 10_000_000,
    mediaTypes: ["application/pdf", "image/jpeg", "image/png"],
  },
};

function readLimit(name: TypeInput, values: ElementValues): unknown {
  const typed = (values[name] ?? "").trim();
  if (name === "mediaTypes") return readMediaTypes(typed, values);
  if (typed === "") return undefined;
  switch (name) {
    case "multiline":
      return typed === "true" ? true : undefined;
    case "options":
      return readOptions(typed);
    case "maxMegabytes":
      return readMegabytes(typed);
    default:
      return plainLimits[name] === "number" ? numberOrText(typed) : typed;
  }
}

/** Nothing ticked is a fault only where the boxes were on the page. */
function readMediaTypes(typed: string, values: ElementValues): unknown {
  if (typed !== "") return typed.split("\n");
  return values["typeBefore"] === "file" ? [] : undefined;
}

function readMegabytes(typed: string): number | string {
  const size = numberOrText(typed.replace(/\s*MB$/i, ""));
  return typeof size === "number" ? Math.round(size * bytesOfMegabyte) : size;
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
export function optionLines(options: readonly Option[]): string {
  return options
    .map(({ code, label, help }) =>
      [`${code} = ${label}`, ...(help === undefined ? [] : [help])].join(" | "),
    )
    .join("\n");
}

/** The answers of such lines. */
export function readOptions(text: string): Option[] {
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
