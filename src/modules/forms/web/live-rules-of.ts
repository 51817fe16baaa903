import type { Locale } from "../../../platform/i18n/texts.ts";
import { uiTexts } from "../../../ui/i18n/texts.ts";
import type { Answers } from "../domain/answers.ts";
import { elementPath, occurrencesOf, prefillKey } from "../domain/answers.ts";
import type {
  FormDefinition,
  FormElement,
  FormField,
} from "../domain/form-definition.ts";
import type { ShownPage } from "../domain/shown-pages.ts";
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
import type { RuleElement, RuleForm } from "../rules/engine/rule-form.ts";
import type { EvaluatedForm } from "../rules/evaluate-form.ts";
import type { GivenStyle, LiveRules } from "../rules/live/live-rules.ts";

/** What a page needs to follow its rules in the browser. */
export function liveRulesOf(
  { definition, ruled = definition, typed, today }: EvaluatedForm,
  page: ShownPage,
  locale: Locale,
): LiveRules {
  const { form, shown, rootKeys, given } = partsOf(ruled, page);
  const stored = Object.fromEntries(
    [...rootKeys, prefillKey].map((key) => [key, occurrencesOf(typed, key)]),
  );
  return {
    form,
    shown,
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
  readonly shown: readonly RuleElement[];
  /** Of the elements that matter, as far as they stand outside of groups. */
  readonly rootKeys: readonly string[];
  readonly given: readonly {
    readonly path: string;
    readonly field: FormField;
  }[];
};

/** The same for everybody who fills in the page. */
const partsByPage = new WeakMap<ShownPage, Parts>();

function partsOf(definition: FormDefinition, page: ShownPage): Parts {
  const known = partsByPage.get(page);
  if (known) return known;
  const index = indexForm(definition);
  const paths = pathsIn(page.elements);
  const involved = nodesFor(definition, index, { page, paths });
  const form = onlyNodes(compileForm(definition), index, involved);
  const parts = {
    form,
    shown: onlyPaths(
      form.pages.flatMap(({ elements }) => elements),
      paths,
    ),
    rootKeys: index.roots
      .filter((node) => involved.has(node))
      .map(({ element }) => element.key),
    given: [...involved].flatMap(({ path, element }) =>
      paths.has(path) && element.kind === "field" && isGivenField(element)
        ? [{ path, field: element }]
        : [],
    ),
  };
  partsByPage.set(page, parts);
  return parts;
}

function pathsIn(
  elements: readonly FormElement[],
  parent = "",
): ReadonlySet<string> {
  return new Set(
    elements.flatMap((element) => {
      const path = elementPath(parent, element.key);
      return element.kind === "group"
        ? [path, ...pathsIn(element.elements, path)]
        : [path];
    }),
  );
}

function onlyPaths(
  elements: readonly RuleElement[],
  paths: ReadonlySet<string>,
  parent = "",
): RuleElement[] {
  return elements.flatMap((element): RuleElement[] => {
    const path = elementPath(parent, element.key);
    if (!paths.has(path)) return [];
    return element.kind === "group"
      ? [{ ...element, elements: onlyPaths(element.elements, paths, path) }]
      : [element];
  });
}

type Part = { readonly page: ShownPage; readonly paths: ReadonlySet<string> };

/** Everything that has a rule on the page, and all it depends on. */
function nodesFor(
  definition: FormDefinition,
  index: FormIndex,
  { page, paths }: Part,
): ReadonlySet<Node> {
  const uses = listRuleUses(definition, index).filter(
    ({ node, place }) =>
      node !== undefined && paths.has(node.path) && place.kind === "element",
  );
  const choices = [...index.byPath.values()].filter(
    ({ path, element }) =>
      paths.has(path) && element.kind === "group" && element.choice,
  );
  return involvedIn({
    index,
    parse: compileRule,
    rules: uses.map(({ rule, scope }) => ({ rule: compileRule(rule), scope })),
    nodes: [
      ...uses.flatMap(({ node }) => (node ? [node] : [])),
      ...choices.flatMap((choice) => [choice, ...choice.children]),
    ],
    pages: definition.pages.filter(({ key }) => key === page.wholeKey),
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
  if (kind === "datetime") return { ...base, kind, unit: unitOfTime(show) };
  const labels = valuesWithLabels(field).map(
    (value) => [value, show(value)] as const,
  );
  return { ...base, kind, labels: Object.fromEntries(labels) };
}

/** What stands behind a time is the same for every time. */
function unitOfTime(show: (value: string) => string): string {
  return show("2000-01-01T00:00").split("00:00").at(-1)?.trim() ?? "";
}

const kinds: Readonly<
  Partial<Record<FormField["dataType"], GivenStyle["kind"]>>
> = {
  number: "number",
  integer: "number",
  currency: "number",
  date: "date",
  datetime: "datetime",
};

function valuesWithLabels(field: FormField): readonly string[] {
  if (field.dataType === "select") return field.options.map(({ code }) => code);
  const isTruth = field.dataType === "boolean" || field.dataType === "consent";
  return isTruth ? ["true", "false"] : [];
}
