import type { Answers, Occurrence } from "../../domain/answers.ts";
import { choiceKey } from "../../domain/answers.ts";
import type { RuleValue } from "../engine/expression.ts";
import type { Candidates } from "./candidates.ts";
import type { Node } from "./form-index.ts";

/** What is tried: elements that matter, with the values worth trying. */
export type Trial = {
  /** Of the form, only what matters to the rule. */
  readonly roots: readonly TrialNode[];
  /** All values of all fields are tried in one occurrence of each group, and no more is needed to know all. */
  readonly isComplete: boolean;
  readonly results: (answers: Answers) => readonly (RuleValue | undefined)[];
};

export type TrialNode = {
  readonly node: Node;
  /** Of a field its values, of a choice the alternatives. */
  readonly candidates: Candidates;
  /** Rules see a list and the rule does not stand in it: it may have none, one or several. */
  readonly isList: boolean;
  readonly children: readonly TrialNode[];
};

/** What a rule came to for the answers that were tried. */
export type Tried = {
  readonly wasTrue: boolean;
  readonly wasFalse: boolean;
  /** Somewhere it was there but could not be said. */
  readonly wasOpen: boolean;
  /** Nothing else is possible. */
  readonly isAll: boolean;
};

/** More combinations than this are not all tried; then only what was seen is known. */
const maxCombinations = 4000;
const samples = 1500;

/** Tries answers until the rule was both true and false, or all are tried, or enough. */
export function tryAnswers(trial: Trial): Tried {
  const leaves = leavesOf(trial.roots);
  const combinations = leaves.reduce(
    (product, { candidates }) => product * candidates.length,
    1,
  );
  const isAll = trial.isComplete && combinations <= maxCombinations;
  const random = randomNumbers();
  const tried = { wasTrue: false, wasFalse: false, wasOpen: false };
  const count = isAll ? combinations : samples;
  for (let turn = 0; turn < count; turn += 1) {
    const answers = isAll
      ? answersFrom(trial.roots, digitsOf(leaves, scattered(turn, count)))
      : answersFrom(trial.roots, (candidates) =>
          Math.floor(random() * candidates),
        );
    for (const result of trial.results(answers)) {
      if (result === true) tried.wasTrue = true;
      else if (result === false) tried.wasFalse = true;
      else tried.wasOpen = true;
    }
    if (tried.wasTrue && tried.wasFalse) break;
  }
  return { ...tried, isAll };
}

/** All numbers below `count` once, but not in order: neighbours differ in all fields, so what is sought is found early. */
function scattered(turn: number, count: number): number {
  const stride = [7919, 7907, 7901].find((prime) => count % prime !== 0) ?? 1;
  return (turn * stride) % count;
}

/** The same in each run: findings must not come and go. */
function randomNumbers(): () => number {
  let state = 20_261_231;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function leavesOf(nodes: readonly TrialNode[]): readonly TrialNode[] {
  return nodes.flatMap((each) => [each, ...leavesOf(each.children)]);
}

/** Picks a number below `count`, once for each place in reading order. */
type Pick = (count: number) => number;

function digitsOf(leaves: readonly TrialNode[], code: number): Pick {
  let rest = code;
  let place = 0;
  return () => {
    const base = leaves[place]?.candidates.length ?? 1;
    const digit = rest % base;
    rest = Math.floor(rest / base);
    place += 1;
    return digit;
  };
}

function answersFrom(nodes: readonly TrialNode[], pick: Pick): Answers {
  return Object.fromEntries(
    nodes.map((each) => [each.node.element.key, occurrences(each, pick)]),
  );
}

function occurrences(each: TrialNode, pick: Pick): readonly Occurrence[] {
  const count = each.isList ? pick(4) : 1;
  return Array.from({ length: count }, () => occurrence(each, pick)).filter(
    (given) => given !== undefined,
  );
}

function occurrence(each: TrialNode, pick: Pick): Occurrence | undefined {
  const { element } = each.node;
  const value = each.candidates[pick(each.candidates.length)];
  if (element.kind === "group") {
    const inner = answersFrom(each.children, pick);
    return value === undefined ? inner : { ...inner, [choiceKey]: [value] };
  }
  if (element.dataType !== "file" || value === undefined) return value;
  return {
    fileId: "00000000-0000-4000-8000-000000000000",
    filename: value,
    sizeBytes: 1,
    sha256: "",
    mediaType: "application/pdf",
  };
}
