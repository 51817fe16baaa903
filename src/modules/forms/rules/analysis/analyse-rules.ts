import { letterChanges } from "../../../../platform/values/edit-distance.ts";
import type { FormDefinition, Rule } from "../../domain/form-definition.ts";
import type { Expression } from "../engine/expression.ts";
import { ruleFunctions } from "../engine/functions.ts";
import { parseRule, type ParsedRule } from "../parse-rule.ts";
import { analysePrecheck } from "./analyse-precheck.ts";
import { askRule, questionAbout, type RuleQuestion } from "./analyse-rule.ts";
import { createTypeCheck, type TypeFault } from "./check-types.ts";
import { findCycles } from "./find-cycles.ts";
import type { RuleFinding, RuleFindingCode, RulePlace } from "./finding.ts";
import {
  ancestorsOf,
  indexFields,
  indexForm,
  namesIn,
  type FormIndex,
  type Node,
} from "./form-index.ts";
import { listRuleUses, type RuleUse } from "./rule-uses.ts";
import type { Tried } from "./search.ts";

/**
 * Looks for faults in the rules of a form before anybody fills it in: what cannot be read, does not fit, goes in circles, can never or must
 * always hold. Claims the latter only where all possibilities were tried; says so where they were not. `today` stands for the day somebody
 * fills it in.
 */
export function analyseRules(
  definition: FormDefinition,
  { today }: { readonly today: string },
): RuleFinding[] {
  const parse = rememberParsed();
  const index = indexForm(definition);
  const questions = indexFields(definition.precheck?.questions ?? []);
  const uses = listRuleUses(definition, index);
  const before = usesBefore(definition);
  const faults = [
    ...ambiguousNames(index),
    ...ambiguousNames(questions),
    ...unknownPlaces(definition, index),
    ...faultsOf(uses, index, parse),
    ...faultsOf(before, questions, parse),
    ...findCycles(index, (rule) => expressionOf(parse(rule))),
  ];
  if (faults.length > 0) return faults;
  const rest = { parse: (rule: Rule) => expressionOf(parse(rule)), today };
  const question = questionAbout(definition, index, rest);
  return [
    ...impossibleRules(uses, question),
    ...(definition.precheck
      ? analysePrecheck(definition.precheck, questions, rest)
      : []),
  ];
}

type Parse = (rule: Rule) => ParsedRule;

function rememberParsed(): Parse {
  const known = new Map<Rule, ParsedRule>();
  return (rule) => {
    const parsed = known.get(rule) ?? parseRule(rule);
    known.set(rule, parsed);
    return parsed;
  };
}

function expressionOf(parsed: ParsedRule): Expression | undefined {
  return parsed.ok ? parsed.expression : undefined;
}

function usesBefore({ precheck }: FormDefinition): RuleUse[] {
  const use = (place: RulePlace, rule: Rule): RuleUse => ({
    place,
    rule,
    scope: undefined,
    result: "truth",
  });
  return [
    ...(precheck?.questions ?? []).flatMap(({ key: at, visibleWhen }) =>
      visibleWhen === undefined
        ? []
        : [use({ kind: "question", at }, visibleWhen)],
    ),
    ...(precheck?.outcomes ?? []).map(({ when }, position) =>
      use({ kind: "outcome", at: String(position + 1) }, when),
    ),
  ];
}

function error(
  code: RuleFindingCode,
  place: RulePlace,
  params: RuleFinding["params"] = {},
): RuleFinding {
  return { severity: "error", code, place, params };
}

/** Two keys that rules cannot tell apart: `a-b` and `a_b`. */
function ambiguousNames({ roots, byPath }: FormIndex): RuleFinding[] {
  const levels = [roots, ...[...byPath.values()].map((node) => node.children)];
  return levels.flatMap((level) =>
    level.flatMap((node, position) => {
      const twin = level
        .slice(0, position)
        .find(({ name }) => name === node.name);
      return twin
        ? [
            error("name-ambiguous", placeOf(node), {
              name: node.name,
              other: twin.path,
            }),
          ]
        : [];
    }),
  );
}

function placeOf({ path }: Node): RulePlace {
  return { kind: "element", at: path };
}

function unknownPlaces(
  { checks = [] }: FormDefinition,
  { byPath }: FormIndex,
): RuleFinding[] {
  return checks
    .filter(({ elementPath }) => !byPath.has(elementPath))
    .map(({ id, elementPath }) =>
      error("unknown-place", { kind: "check", at: id }, { path: elementPath }),
    );
}

function faultsOf(
  uses: readonly RuleUse[],
  index: FormIndex,
  parse: Parse,
): RuleFinding[] {
  const types = createTypeCheck(index);
  return uses.flatMap(({ place, rule, scope, result }) => {
    const parsed = parse(rule);
    if (!parsed.ok) {
      const { kind, position, what } = parsed.fault;
      return [
        error(kind, place, {
          position: position + 1,
          rule,
          name: what,
          ...(kind === "unknown-function"
            ? similar(what, Object.keys(ruleFunctions))
            : {}),
        }),
      ];
    }
    const fault = types.check({ rule, ast: parsed.ast, scope, result });
    return fault ? [typeFinding(fault, { place, rule, scope, index })] : [];
  });
}

function typeFinding(
  fault: TypeFault,
  {
    place,
    rule,
    scope,
    index,
  }: Pick<RuleUse, "place" | "rule" | "scope"> & { readonly index: FormIndex },
): RuleFinding {
  const params = { position: fault.at + 1, rule };
  switch (fault.kind) {
    case "unknown-field": {
      const near = [
        ...namesIn(index, scope).keys(),
        ...[...index.byPath.values()].map(({ name }) => name),
      ];
      return error("unknown-field", place, {
        ...params,
        name: fault.name,
        ...similar(fault.name, near),
      });
    }
    case "name-reserved":
      return error("name-reserved", place, { ...params, name: fault.name });
    case "wrong-type":
      return error("wrong-type", place, { ...params, what: fault.what });
    case "wrong-result":
      return error("wrong-result", place, { ...params, found: fault.found });
  }
}

/** The name that was probably meant. */
function similar(
  name: string,
  names: readonly string[],
): { readonly suggestion?: string } {
  const best = names
    .map((candidate) => ({
      candidate,
      distance: letterChanges(name.toLowerCase(), candidate.toLowerCase()),
    }))
    .sort((a, b) => a.distance - b.distance)[0];
  return best && best.distance <= Math.max(1, Math.floor(name.length / 3))
    ? { suggestion: best.candidate }
    : {};
}

/** Outermost first: what stands in something that is never visible is not reported again. */
function impossibleRules(
  uses: readonly RuleUse[],
  question: RuleQuestion,
): RuleFinding[] {
  const unreachable = new Set<unknown>();
  return uses.flatMap((use) => {
    const { node } = use;
    const around = node ? [node.page, ...ancestorsOf(node), node] : [];
    if (around.some((each) => unreachable.has(each))) return [];
    const finding = judge(use, tried(use, question));
    if (finding?.code === "never-visible")
      unreachable.add(node ?? pageOf(use.place.at, question));
    return finding ? [finding] : [];
  });
}

function pageOf(key: string, { index }: RuleQuestion) {
  return index.roots.find(({ page }) => page?.key === key)?.page;
}

function tried(use: RuleUse, question: RuleQuestion): Tried | undefined {
  const rule = question.parse(use.rule);
  const isAsked = rule && use.place.rule !== "computed";
  return isAsked
    ? askRule(question, {
        rule,
        scope: use.scope,
        page: use.node?.page,
        visible: use.place.rule === "visibleWhen" ? undefined : use.node,
      })
    : undefined;
}

type Verdicts = {
  readonly never: RuleFindingCode;
  readonly always: RuleFindingCode;
  readonly severityOfNever: RuleFinding["severity"];
};

const verdicts = {
  visibleWhen: {
    never: "never-visible",
    always: "always-visible",
    severityOfNever: "error",
  },
  requiredWhen: {
    never: "never-required",
    always: "always-required",
    severityOfNever: "warning",
  },
  check: {
    never: "check-never-holds",
    always: "check-always-holds",
    severityOfNever: "error",
  },
} as const satisfies Readonly<Record<string, Verdicts>>;

function judge(
  { place }: RuleUse,
  result: Tried | undefined,
): RuleFinding | undefined {
  if (!result || place.rule === "computed") return undefined;
  const seen = seenOf(place, result);
  if (!seen.held && !seen.failed) return undefined;
  const { never, always, severityOfNever } = verdicts[place.rule ?? "check"];
  if (!result.isAll)
    return result.wasTrue ? undefined : warning("not-analysed", place);
  if (!seen.held)
    return { severity: severityOfNever, code: never, place, params: {} };
  return seen.failed ? undefined : warning(always, place);
}

/** A check that cannot be said has found nothing; any other rule then does not hold. */
function seenOf({ kind }: RulePlace, result: Tried) {
  return {
    held: result.wasTrue,
    failed: result.wasFalse || (kind !== "check" && result.wasOpen),
  };
}

function warning(code: RuleFindingCode, place: RulePlace): RuleFinding {
  return { severity: "warning", code, place, params: {} };
}
