import type {
  Check,
  FormDefinition,
  FormElement,
  FormField,
  FormPage,
  Rule,
} from "../domain/form-definition.ts";
import { isRepeatable } from "../domain/visit.ts";
import { yearLimits } from "../field-types/year-limits.ts";
import type { Expression } from "./engine/expression.ts";
import type {
  FixedValue,
  RuleCheck,
  RuleElement,
  RuleField,
  RuleForm,
  RulePage,
} from "./engine/rule-form.ts";
import { parseRule } from "./parse-rule.ts";
import { ruleName } from "./rule-name.ts";
import { ruleTypeOf } from "./rule-type.ts";

const compiled = new WeakMap<FormDefinition, RuleForm>();

/**
 * A form's rules, parsed once. A rule that cannot be read says nothing, as if what it needs were never answered;
 * `analyseRules` finds such rules before a form is published.
 */
export function compileForm(definition: FormDefinition): RuleForm {
  const known = compiled.get(definition);
  if (known) return known;
  const form = {
    pages: definition.pages.map(toRulePage),
    checks: (definition.checks ?? []).map(toRuleCheck),
  };
  compiled.set(definition, form);
  return form;
}

function toRulePage(page: FormPage): RulePage {
  return {
    key: page.key,
    ...ruleEntry("visibleWhen", page.visibleWhen),
    elements: page.elements.map(toRuleElement),
  };
}

/** One element with its rules parsed. */
export function toRuleElement(element: FormElement): RuleElement {
  const base = {
    key: element.key,
    name: ruleName(element.key),
    min: element.cardinality.min,
    isRepeatable: isRepeatable(element),
    ...ruleEntry("visibleWhen", element.visibleWhen),
  };
  if (element.kind === "group")
    return {
      ...base,
      kind: "group",
      isChoice: element.choice ?? false,
      elements: element.elements.map(toRuleElement),
    };
  return { ...base, ...fieldParts(element) };
}

function fieldParts(
  field: FormField,
): Omit<RuleField, "key" | "name" | "min" | "isRepeatable" | "visibleWhen"> {
  return {
    kind: "field",
    type: ruleTypeOf(field),
    ...("unit" in field ? { unit: field.unit } : {}),
    ...dateParts(field),
    ...ruleEntry("requiredWhen", field.requiredWhen),
    ...ruleEntry("computed", field.computed),
    ...(field.entry === undefined ? {} : { fixed: fixedValue(field) }),
  };
}

function dateParts(field: FormField): Pick<RuleField, "years" | "hasTime"> {
  if (field.dataType === "datetime") return { hasTime: true };
  if (field.dataType !== "date") return {};
  const years = yearLimits(field);
  return Object.keys(years).length === 0 ? {} : { years };
}

function fixedValue({ initialValue, prefill }: FormField): FixedValue {
  return {
    ...(initialValue === undefined ? {} : { value: initialValue }),
    ...(prefill === undefined ? {} : { source: prefill.source }),
  };
}

function toRuleCheck(check: Check): RuleCheck {
  const parents = check.elementPath.split(".");
  const key = parents.pop() ?? "";
  return { id: check.id, parents, key, rule: compileRule(check.rule) };
}

/** Asked in a circle and unreadable come to the same: no answer. */
const neverKnown: Expression = { op: "name", name: "" };

export function compileRule(rule: Rule): Expression {
  const parsed = parseRule(rule);
  return parsed.ok ? parsed.expression : neverKnown;
}

function ruleEntry<Name extends string>(
  name: Name,
  rule: Rule | undefined,
): { readonly [key in Name]?: Expression } {
  if (rule === undefined) return {};
  const entry: { [key in Name]?: Expression } = {};
  entry[name] = compileRule(rule);
  return entry;
}
