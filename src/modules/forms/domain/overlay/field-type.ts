import { withoutUndefined } from "../../../../platform/values/without-undefined.ts";
import type { FieldBase, FormField } from "../form-definition.ts";
import type { FieldType } from "./overlay.ts";

/** The part of a field that does not depend on its type. */
export function baseOf(field: FormField): FieldBase {
  return withoutUndefined({
    kind: field.kind,
    key: field.key,
    label: field.label,
    help: field.help,
    cardinality: field.cardinality,
    visibleWhen: field.visibleWhen,
    source: field.source,
    autocomplete: field.autocomplete,
    requiredWhen: field.requiredWhen,
    computed: field.computed,
    entry: field.entry,
    initialValue: field.initialValue,
    prefill: field.prefill,
    place: field.place,
  });
}

/** The other part: data type and limits. */
export function typeOf(field: FormField): FieldType {
  const {
    kind,
    key,
    label,
    help,
    cardinality,
    visibleWhen,
    source,
    autocomplete,
    requiredWhen,
    computed,
    entry,
    initialValue,
    prefill,
    place,
    ...type
  } = field;
  return type;
}
