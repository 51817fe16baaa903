import { canonicalJson } from "../../../../platform/values/canonical-json.ts";
import { withoutUndefined } from "../../../../platform/values/without-undefined.ts";
import type {
  Cardinality,
  FormElement,
  FormField,
} from "../../domain/form-definition.ts";
import { typeOf } from "../../domain/overlay/field-type.ts";
import type { ElementChange, FieldType } from "../../domain/overlay/overlay.ts";
import { readType, typeValues } from "./type-values.ts";
import { numberOrText, type ElementValues } from "./typed-values.ts";

/** The inputs as they are first shown: what the tenant says, else what it inherits. */
export function valuesOf(
  inherited: FormElement,
  own: ElementChange,
): ElementValues {
  const cardinality = own.cardinality ?? inherited.cardinality;
  return {
    label: own.label ?? inherited.label,
    help: own.help ?? inherited.help ?? "",
    drop: own.drop === true ? "true" : "",
    min: String(cardinality.min),
    max: cardinality.max === null ? "" : String(cardinality.max),
    visibleWhen: own.visibleWhen ?? inherited.visibleWhen ?? "",
    ...(inherited.kind === "field" ? fieldValues(inherited, own) : {}),
  };
}

function fieldValues(field: FormField, own: ElementChange): ElementValues {
  const said = (
    name: "requiredWhen" | "computed" | "entry" | "initialValue",
    otherwise = "",
  ) => own[name] ?? field[name] ?? otherwise;
  return {
    requiredWhen: said("requiredWhen"),
    computed: said("computed"),
    entry: said("entry", "open"),
    initialValue: said("initialValue"),
    ...valueSources(field, own),
    ...(isOfferedByBrowsers(own.type ?? field)
      ? { autocomplete: own.autocomplete ?? field.autocomplete ?? "" }
      : {}),
    ...typeValues(own.type ?? typeOf(field)),
  };
}

/** Where a first value comes from, and what the value says of a place. */
function valueSources(field: FormField, own: ElementChange): ElementValues {
  return {
    prefill: (own.prefill ?? field.prefill)?.source ?? "",
    place: own.place ?? field.place ?? "none",
  };
}

/** The others have no input that a browser could fill in. */
function isOfferedByBrowsers({ dataType }: FieldType): boolean {
  return dataType === "text" || dataType === "date" || dataType === "country";
}

/**
 * What the tenant says by what was typed: nothing where it is what it inherits anyway. Numbers and words that are none stay as they are, so
 * that the check of the overlay finds them.
 */
export function changeOf(
  values: ElementValues,
  inherited: FormElement,
): unknown {
  const text = (name: string, base: string | undefined) => {
    const typed = (values[name] ?? "").trim();
    return typed === (base ?? "") ? undefined : typed;
  };
  const label = text("label", inherited.label);
  return withoutUndefined({
    label: label === "" ? undefined : label,
    help: text("help", inherited.help),
    drop: values["drop"] === "true" ? true : undefined,
    cardinality: cardinalityOf(values, inherited.cardinality),
    visibleWhen: text("visibleWhen", inherited.visibleWhen),
    ...(inherited.kind === "field" ? fieldChange(values, inherited) : {}),
  });
}

function fieldChange(values: ElementValues, field: FormField): object {
  const text = (name: string, base: string | undefined) => {
    const typed = (values[name] ?? "").trim();
    return typed === (base ?? "") ? undefined : typed;
  };
  const type = readType(values);
  const entry = values["entry"] ?? "open";
  return {
    requiredWhen: text("requiredWhen", field.requiredWhen),
    computed: text("computed", field.computed),
    entry: entry === (field.entry ?? "open") ? undefined : entry,
    initialValue: text("initialValue", field.initialValue),
    autocomplete:
      values["autocomplete"] === undefined
        ? undefined
        : text("autocomplete", field.autocomplete),
    ...sourceChange(values, field),
    type: isSame(type, typeOf(field)) ? undefined : type,
  };
}

function sourceChange(values: ElementValues, field: FormField): object {
  const source = values["prefill"] ?? "";
  const place = values["place"] ?? "none";
  return {
    prefill:
      source === "" || source === field.prefill?.source
        ? undefined
        : { source },
    place: place === (field.place ?? "none") ? undefined : place,
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

function cardinalityOf(values: ElementValues, base: Cardinality): unknown {
  const max = (values["max"] ?? "").trim();
  const typed = {
    min: numberOrText(values["min"]),
    max: max === "" ? null : numberOrText(max),
  };
  return isSame(typed, base) ? undefined : typed;
}
