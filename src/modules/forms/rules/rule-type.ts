import type { FormField } from "../domain/form-definition.ts";
import type { RuleType } from "./engine/rule-form.ts";

/** How rules see the answers to a field; a type that is not named here is a text to them. */
export function ruleTypeOf({ dataType }: FormField): RuleType {
  return ruleTypes[dataType] ?? "text";
}

const ruleTypes: Readonly<Partial<Record<FormField["dataType"], RuleType>>> = {
  date: "date",
  datetime: "date",
  number: "number",
  integer: "integer",
  currency: "currency",
  boolean: "truth",
  consent: "truth",
  file: "file",
  label: "none",
};
