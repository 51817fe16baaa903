import fc from "fast-check";
import type { Answers } from "../domain/answers.ts";
import { groupAnswers, occurrencesOf } from "../domain/answers.ts";
import type {
  FormDefinition,
  FormElement,
  FormPage,
} from "../domain/form-definition.ts";
import { shownPages } from "../domain/shown-pages.ts";
import { readPage } from "../fill-in/read-page.ts";
import type { LiveInput } from "../rules/live/read-live-page.ts";
import type { LiveRules } from "../rules/live/live-rules.ts";
import { liveRulesOf } from "../web/live-rules-of.ts";
import { arbitraryFields } from "./arbitrary-form.ts";
import { arbitraryRuledForm } from "./arbitrary-rules.ts";
import { evaluated } from "./evaluated.ts";

/** Of `evaluated` too. */
const today = "2026-11-25";

/** What a page holds, with what the server makes of it. */
export type LiveCase = {
  readonly rules: LiveRules;
  readonly input: LiveInput;
  readonly expected: LiveResult;
  /** Of elements on which rules have a say, without places of occurrences. */
  readonly ruled: readonly string[];
  /** Of those the computed ones. */
  readonly computed: readonly string[];
};

/** What a browser comes to. */
export type LiveResult = {
  readonly answers: Answers;
  readonly hidden: readonly string[];
  readonly required: readonly string[];
};

/** A form with rules, stored answers, and something typed on its second page. */
export const liveCases: fc.Arbitrary<LiveCase> = fc
  .tuple(arbitraryRuledForm, arbitraryFields, arbitraryFields)
  .map(([form, first, second]) => {
    const stored = readPage(form, "eins", {
      fields: first,
      files: [],
      previous: {},
      today,
    }).answers;
    return liveCase(form, stored, second);
  });

function liveCase(
  form: FormDefinition,
  stored: Answers,
  typed: URLSearchParams,
): LiveCase {
  const page = shownPages(form).find(({ wholeKey }) => wholeKey === "zwei");
  if (!page) throw new Error("arbitrary forms have pages");
  const { answers } = readPage(form, page.key, {
    fields: typed,
    files: [],
    previous: stored,
    today,
  });
  const outcome = evaluated(form, answers);
  return {
    rules: liveRulesOf(evaluated(form, stored), page, "de"),
    input: { fields: [...typed], files: [] },
    expected: {
      answers: outcome.answers,
      hidden: [...outcome.hidden],
      required: [...outcome.required],
    },
    ruled: pathsOf(page, isRuled),
    computed: pathsOf(
      page,
      ({ element }) =>
        element.kind === "field" && element.computed !== undefined,
    ),
  };
}

type Standing = {
  readonly element: FormElement;
  readonly around: FormElement | undefined;
};

function isRuled({ element, around }: Standing): boolean {
  const isAlternative = around?.kind === "group" && around.choice === true;
  const hasOwn =
    element.kind === "field" &&
    (element.requiredWhen !== undefined || element.computed !== undefined);
  return isAlternative || hasOwn || element.visibleWhen !== undefined;
}

/** Paths of the elements of a page for which something holds, without places of occurrences. */
function pathsOf(
  { elements }: FormPage,
  holds: (standing: Standing) => boolean,
): string[] {
  const inside = (element: FormElement, around?: FormElement): string[] => {
    const inner =
      element.kind === "group"
        ? element.elements
            .flatMap((child) => inside(child, element))
            .map((path) => `${element.key}.${path}`)
        : [];
    return holds({ element, around }) ? [element.key, ...inner] : inner;
  };
  return elements.flatMap((element) => inside(element));
}

/** What a browser's result says differently about the elements on which rules have a say. */
export function differencesOf(
  { expected, ruled, computed }: LiveCase,
  found: LiveResult,
): string[] {
  const about = new Set(ruled);
  const relevant = (paths: readonly string[]) =>
    paths
      .filter((path) =>
        about.has(
          path
            .split(".")
            .filter((_, at) => at % 2 === 0)
            .join("."),
        ),
      )
      .sort()
      .join(" ");
  return [
    ...(["hidden", "required"] as const)
      .filter((kind) => relevant(expected[kind]) !== relevant(found[kind]))
      .map(
        (kind) =>
          `${kind}: ${relevant(found[kind])} instead of ${relevant(expected[kind])}`,
      ),
    ...computed
      .filter(
        (path) =>
          JSON.stringify(valuesAt(expected.answers, path.split("."))) !==
          JSON.stringify(valuesAt(found.answers, path.split("."))),
      )
      .map((path) => `value of ${path}`),
  ];
}

/** Texts at a path in all occurrences, blank ones left out. */
function valuesAt(answers: Answers, [key = "", ...rest]: string[]): string[] {
  const occurrences = occurrencesOf(answers, key);
  if (rest.length > 0)
    return occurrences.flatMap((each) => valuesAt(groupAnswers(each), rest));
  return occurrences.filter(
    (each): each is string => typeof each === "string" && each.trim() !== "",
  );
}
