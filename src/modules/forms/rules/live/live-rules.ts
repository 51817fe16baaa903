import type { Answers } from "../../domain/answers.ts";
import {
  evaluateRuleForm,
  type RuleOutcome,
} from "../engine/evaluate-rule-form.ts";
import type { RuleElement, RuleForm } from "../engine/rule-form.ts";
import { readLivePage, type LiveInput } from "./read-live-page.ts";

/** What a page brings along, so that its rules can be evaluated while somebody fills it in. */
export type LiveRules = {
  /** Only what matters to the rules on this page. */
  readonly form: RuleForm;
  /** What of it stands on this page. */
  readonly shown: readonly RuleElement[];
  /** As stored; those of this page are read from what is typed. */
  readonly answers: Answers;
  readonly today: string;
  /** By path of the element, without places of occurrences. */
  readonly given: Readonly<Record<string, GivenStyle>>;
  readonly texts: LiveTexts;
};

/** How a computed value is shown. */
export type GivenStyle = {
  readonly kind: "number" | "date" | "datetime" | "plain";
  readonly dateSeparator: string;
  readonly decimalSign: string;
  /** Behind a number, or a time. */
  readonly unit?: string;
  /** By value: of options, of yes and no. */
  readonly labels?: Readonly<Record<string, string>>;
};

export type LiveTexts = {
  readonly optional: string;
  readonly notYet: string;
  readonly appeared: string;
};

/** The same evaluation as on the server, with what the page holds right now. */
export function liveOutcome(rules: LiveRules, input: LiveInput): RuleOutcome {
  const answers = {
    ...rules.answers,
    ...readLivePage(rules.shown, input, {
      stored: rules.answers,
      today: rules.today,
    }),
  };
  return evaluateRuleForm(rules.form, answers, { today: rules.today });
}

/** A computed value as the server shows it. */
export function showGiven(
  rules: LiveRules,
  outcome: RuleOutcome,
  path: string,
): string {
  const style = rules.given[withoutPlaces(path)];
  const values = valuesAt(outcome.answers, path.split("."));
  if (!style || values.length === 0) return rules.texts.notYet;
  return values.map((value) => showValue(style, value)).join(", ");
}

/** `G1.0.F2.0` → `G1.F2`. */
function withoutPlaces(path: string): string {
  return path
    .split(".")
    .filter((_, index) => index % 2 === 0)
    .join(".");
}

function valuesAt(
  answers: Answers,
  [key = "", place, ...rest]: readonly string[],
): readonly string[] {
  const occurrences = Object.hasOwn(answers, key) ? (answers[key] ?? []) : [];
  if (rest.length === 0)
    return occurrences.filter((each) => typeof each === "string");
  const inner = occurrences[Number(place)];
  return typeof inner === "object" && !("fileId" in inner)
    ? valuesAt(inner, rest)
    : [];
}

function showValue(style: GivenStyle, value: string): string {
  const { kind, unit, labels, decimalSign } = style;
  if (labels && Object.hasOwn(labels, value)) return labels[value] ?? value;
  if (kind === "number")
    return [value.replace(".", decimalSign), unit].filter(Boolean).join(" ");
  if (kind === "date") return showDay(style, value);
  if (kind !== "datetime") return value;
  const [day = "", time = ""] = value.split("T");
  return [showDay(style, day), [time, unit].filter(Boolean).join(" ")]
    .filter((part) => part !== "")
    .join(", ");
}

function showDay({ dateSeparator }: GivenStyle, day: string): string {
  return day.split("-").reverse().join(dateSeparator);
}
