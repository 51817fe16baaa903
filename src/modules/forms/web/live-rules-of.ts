import type { Locale } from "../../../platform/i18n/texts.ts";
import { uiTexts } from "../../../ui/i18n/texts.ts";
import type { Answers } from "../domain/answers.ts";
import { occurrencesOf, prefillKey } from "../domain/answers.ts";
import type {
  FormDefinition,
  FormField,
  FormPage,
} from "../domain/form-definition.ts";
import { fieldTypeOf } from "../field-types/field-types.ts";
import { isGivenField, isInputField } from "../domain/visit.ts";
import { formsTexts } from "../i18n/texts.ts";
import {
  indexForm,
  type FormIndex,
  type Node,
} from "../rules/analysis/form-index.ts";
import { involvedIn } from "../rules/analysis/involved.ts";
import { listRuleUses } from "../rules/analysis/rule-uses.ts";
import { compileForm, compileRule } from "../rules/compile-form.ts";
import { onlyNodes } from "../rules/only-nodes.ts";
import type { RuleForm } from "../rules/engine/rule-form.ts";
import type { EvaluatedForm } from "../rules/evaluate-form.ts";
import type { GivenStyle, LiveRules } from "../rules/live/live-rules.ts";

/** What a page needs to follow its rules in the browser. */
export function liveRulesOf(
  { definition, typed, today }: EvaluatedForm,
  page: FormPage,
  locale: Locale,
): LiveRules {
  const { form, rootKeys, given } = partsOf(definition, page);
  const stored = Object.fromEntries(
    [...rootKeys, prefillKey].map((key) => [key, occurrencesOf(typed, key)]),
  );
  return {
    form,
    pageKey: page.key,
    answers: withoutBlank(stored),
    today,
    given: Object.fromEntries(
      given.map(({ path, field }) => [path, styleOf(field, locale)]),
    ),
    texts: {
      optional: uiTexts(locale)("optional"),
      notYet: formsTexts(locale)("field.not-yet"),
      appeared: formsTexts(locale)("live.appeared"),
    },
  };
}

function withoutBlank(answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).filter(([, occurrences]) => occurrences.length > 0),
  );
}

type Parts = {
  readonly form: RuleForm;
  /** Of the elements that matter, as far as they stand outside of groups. */
  readonly rootKeys: readonly string[];
  readonly given: readonly {
    readonly path: string;
    readonly field: FormField;
  }[];
};

/** The same for everybody who fills in the page. */
const partsByPage = new WeakMap<FormPage, Parts>();

function partsOf(definition: FormDefinition, page: FormPage): Parts {
  const known = partsByPage.get(page);
  if (known) return known;
  const index = indexForm(definition);
  const involved = nodesFor(definition, index, page);
  const parts = {
    form: onlyNodes(compileForm(definition), index, involved),
    rootKeys: index.roots
      .filter((node) => involved.has(node))
      .map(({ element }) => element.key),
    given: [...involved].flatMap(({ path, element, page: at }) =>
      at === page && element.kind === "field" && isGivenField(element)
        ? [{ path, field: element }]
        : [],
    ),
  };
  partsByPage.set(page, parts);
  return parts;
}

/** Everything that has a rule on the page, and all it depends on. */
function nodesFor(
  definition: FormDefinition,
  index: FormIndex,
  page: FormPage,
): ReadonlySet<Node> {
  const uses = listRuleUses(definition, index).filter(
    ({ node, place }) => node?.page === page && place.kind === "element",
  );
  const choices = [...index.byPath.values()].filter(
    ({ page: at, element }) =>
      at === page && element.kind === "group" && element.choice,
  );
  return involvedIn({
    index,
    parse: compileRule,
    rules: uses.map(({ rule, scope }) => ({ rule: compileRule(rule), scope })),
    nodes: [
      ...uses.flatMap(({ node }) => (node ? [node] : [])),
      ...choices.flatMap((choice) => [choice, ...choice.children]),
    ],
    pages: [page],
  }).nodes;
}

/** As the field's type shows a value. */
function styleOf(field: FormField, locale: Locale): GivenStyle {
  const base = {
    decimalSign: locale === "de" ? "," : ".",
    dateSeparator: locale === "de" ? "." : "/",
  };
  if (!isInputField(field) || field.dataType === "file")
    return { ...base, kind: "plain" };
  const show = (value: string) => fieldTypeOf(field).show(field, value, locale);
  const kind = kinds[field.dataType] ?? "plain";
  // What stands behind a number is the same for every number.
  if (kind === "number")
    return { ...base, kind, unit: show("1").slice(1).trim() };
  const labels = valuesWithLabels(field).map(
    (value) => [value, show(value)] as const,
  );
  return { ...base, kind, labels: Object.fromEntries(labels) };
}

const kinds: Readonly<
  Partial<Record<FormField["dataType"], GivenStyle["kind"]>>
> = {
  number: "number",
  integer: "number",
  currency: "number",
  date: "date",
};

function valuesWithLabels(field: FormField): readonly string[] {
  if (field.dataType === "select") return field.options.map(({ code }) => code);
  const isTruth = field.dataType === "boolean" || field.dataType === "consent";
  return isTruth ? ["true", "false"] : [];
}
