import type { Locale } from "../../../platform/i18n/texts.ts";
import type {
  FormDefinition,
  PrecheckOutcome,
} from "../domain/form-definition.ts";
import { formsTexts } from "../i18n/texts.ts";
import {
  describeExpectedError,
  describeOccurrence,
  describePlacedError,
} from "./describe-occurrence.ts";
import type { RuleFinding, RulePlace } from "../rules/analysis/finding.ts";
import { indexForm } from "../rules/analysis/form-index.ts";
import type {
  ExampleDifference,
  UntestedCondition,
} from "../rules/run-examples.ts";

/** A finding with its place and what to do, for the editor. */
export function describeRuleFinding(
  definition: FormDefinition,
  { code, place, params }: RuleFinding,
  locale: Locale,
): string {
  const t = formsTexts(locale);
  const text = t(`rule.${code}`, {
    ...params,
    what: inWords(params["what"], locale),
    found: inWords(params["found"], locale),
  });
  const { suggestion } = params;
  return t("rule.finding", {
    place: describePlace(definition, place, locale),
    text:
      suggestion === undefined
        ? text
        : t("rule.suggestion", { text, suggestion }),
  });
}

/** What is different from what an example expects. */
export function describeExampleDifference(
  definition: FormDefinition,
  difference: ExampleDifference,
  locale: Locale,
): string {
  const { kind, at, expected = "", found = "", errors } = difference;
  const place = errors
    ? errors.map((each) => describePlacedError(definition, each, locale))
    : [describeOccurrence(definition, at)];
  const params =
    kind === "outcome"
      ? {
          expected: describeOutcome(expected, locale),
          found: describeOutcome(found, locale),
        }
      : { expected, found };
  return formsTexts(locale)(`example.${kind}`, {
    ...params,
    at:
      kind === "error-missing"
        ? describeExpectedError(definition, at, locale)
        : place.join(" "),
  });
}

/** How the questions before a form end, in a few words. */
export function describeOutcome(kind: string, locale: Locale): string {
  const known = outcomeKinds.find((each) => each === kind) ?? "none";
  return formsTexts(locale)(`example.outcome.${known}`);
}

export const outcomeKinds = [
  "can-apply",
  "need-first",
  "other-authority",
] as const satisfies readonly PrecheckOutcome["kind"][];

/** What no example has shown about a rule, one line each. */
export function describeUntested(
  definition: FormDefinition,
  { place, missing }: UntestedCondition,
  locale: Locale,
): string[] {
  const t = formsTexts(locale);
  return missing.map((outcome) =>
    t(`example.untested.${outcome}`, {
      place: describePlace(definition, place, locale),
    }),
  );
}

function describePlace(
  definition: FormDefinition,
  { kind, at, rule }: RulePlace,
  locale: Locale,
): string {
  const t = formsTexts(locale);
  const label =
    kind === "page"
      ? definition.pages.find(({ key }) => key === at)?.title
      : indexForm(definition).byPath.get(at)?.element.label;
  const place = t(`rule.place.${kind}`, { at, label: label ?? at });
  return rule === undefined ? place : t(`rule.kind.${rule}`, { place });
}

const typeNames = ["number", "text", "yes/no", "group", "list"] as const;

/** Names of types within what the type check says. */
function inWords(said: string | number | undefined, locale: Locale): string {
  const t = formsTexts(locale);
  return typeNames.reduce(
    (text, type) => text.replaceAll(type, t(`rule.type.${type}`)),
    String(said ?? ""),
  );
}
