import type { Answers, Occurrence } from "./answers.ts";
import { isGroupAnswer, maxOccurrences, occurrencesOf } from "./answers.ts";
import type { FormDefinition, FormElement } from "./form-definition.ts";
import { findPage } from "./shown-pages.ts";
import { isRepeatable, visibleOccurrences } from "./visit.ts";

/** Name of the submit buttons that change the page instead of going on. */
export const actionField = "_action";

/** Value of the button that shows the page again with what the answers have changed on it; it changes nothing itself. */
export const updateAction = "update";

const ownDataPrefix = "own:";

/** Value of the button that puts one's own data into the group at a path. What it puts in comes from whoever takes the page. */
export function ownDataAction(path: string): string {
  return `${ownDataPrefix}${path}`;
}

/** The group such a button stands in; undefined for any other button. */
export function ownDataPath(action: string | null): string | undefined {
  return action?.startsWith(ownDataPrefix)
    ? action.slice(ownDataPrefix.length)
    : undefined;
}

/**
 * Carries out a button of a page: `add:G1.0.F2` gives an element one more place, `remove:G1.0.F2.1` takes an occurrence
 * (or an uploaded file) away, `up:G1.0.F2.1` and `down:G1.0.F2.1` let it change places with its neighbour. Anything that is no such button of this page changes nothing.
 */
export function applyAction(
  definition: FormDefinition,
  pageKey: string,
  { answers, action }: PageAction,
): Answers {
  const page = findPage(definition, pageKey);
  const change = parseAction(action);
  return page && change ? changeAt(page.elements, answers, change) : answers;
}

/** What a button's value says; undefined when it is none of these. */
export function parseAction(action: string): Change | undefined {
  const match = /^(add|remove|up|down):([^:]+)$/.exec(action);
  const verb = verbs.find((candidate) => candidate === match?.[1]);
  return verb && { verb, path: (match?.[2] ?? "").split(".") };
}

const verbs = ["add", "remove", "up", "down"] as const;

/**
 * Where what stands at a path stands after a button of its page has been carried out: an occurrence of a group around it may have
 * changed its place. Undefined when it was taken away.
 */
export function pathAfterAction(
  path: string,
  action: string,
): string | undefined {
  const { verb = "add", path: steps = [] } = parseAction(action) ?? {};
  const around = steps.slice(0, -1).join(".");
  if (verb === "add" || !path.startsWith(`${around}.`)) return path;
  const [place = "", ...inside] = path.slice(around.length + 1).split(".");
  // A file is named by its field, whatever else lies there.
  if (inside.length === 0) return path;
  const after = placeAfter(Number(place), {
    verb,
    index: Number(steps.at(-1)),
  });
  return after === undefined
    ? undefined
    : [around, String(after), ...inside].join(".");
}

function placeAfter(
  place: number,
  { verb, index }: PlaceChange,
): number | undefined {
  if (verb === "remove") {
    if (place === index) return undefined;
    return place > index ? place - 1 : place;
  }
  const other = verb === "up" ? index - 1 : index + 1;
  if (place === index) return other;
  return place === other ? index : place;
}

/** Id of the button that adds an occurrence of the element at `path`. */
export function addButtonId(path: string): string {
  return `${path}-add`;
}

export type PageAction = {
  readonly answers: Answers;
  /** Value of the button. */
  readonly action: string;
};

type Change = {
  readonly verb: (typeof verbs)[number];
  readonly path: readonly string[];
};

function changeAt(
  elements: readonly FormElement[],
  answers: Answers,
  change: Change,
): Answers {
  const [key = "", index, ...rest] = change.path;
  const element = elements.find((candidate) => candidate.key === key);
  if (!element) return answers;
  if (index === undefined)
    return change.verb === "add" ? addOccurrence(element, answers) : answers;
  if (rest.length === 0)
    return changePlace(element, answers, {
      verb: change.verb,
      index: Number(index),
    });
  return changeInside(element, answers, {
    ...change,
    path: rest,
    index: Number(index),
  });
}

function changeInside(
  element: FormElement,
  answers: Answers,
  change: Change & { readonly index: number },
): Answers {
  if (element.kind !== "group") return answers;
  const shown = visibleOccurrences(element, answers);
  if (!(change.index in shown)) return answers;
  const occurrences = shown.map((occurrence, position) => {
    const inner = isGroupAnswer(occurrence) ? occurrence : {};
    return position === change.index
      ? changeAt(element.elements, inner, change)
      : inner;
  });
  return { ...answers, [element.key]: occurrences };
}

function addOccurrence(element: FormElement, answers: Answers): Answers {
  const shown = visibleOccurrences(element, answers);
  const max = Math.min(
    element.cardinality.max ?? maxOccurrences,
    maxOccurrences,
  );
  if (!isRepeatable(element) || isFileOrLabel(element) || shown.length >= max)
    return answers;
  const blank: Occurrence = element.kind === "group" ? {} : "";
  const occurrences = shown.map((occurrence) => occurrence ?? blank);
  return { ...answers, [element.key]: [...occurrences, blank] };
}

function isFileOrLabel(element: FormElement): boolean {
  return (
    element.kind === "field" &&
    (element.dataType === "file" || element.dataType === "label")
  );
}

type PlaceChange = Pick<Change, "verb"> & { readonly index: number };

function changePlace(
  element: FormElement,
  answers: Answers,
  { verb, index }: PlaceChange,
): Answers {
  switch (verb) {
    case "add":
      return answers;
    case "remove":
      return removeOccurrence(element, answers, index);
    case "up":
      return swapOccurrences(element, answers, [index - 1, index]);
    case "down":
      return swapOccurrences(element, answers, [index, index + 1]);
  }
}

function swapOccurrences(
  element: FormElement,
  answers: Answers,
  [first, second]: readonly [number, number],
): Answers {
  const shown = visibleOccurrences(element, answers);
  if (!(first in shown) || !(second in shown)) return answers;
  const blank: Occurrence = element.kind === "group" ? {} : "";
  const moved = shown.map(
    (occurrence, index) =>
      (index === first
        ? shown[second]
        : index === second
          ? shown[first]
          : occurrence) ?? blank,
  );
  return { ...answers, [element.key]: moved };
}

function removeOccurrence(
  element: FormElement,
  answers: Answers,
  index: number,
): Answers {
  const occurrences = occurrencesOf(answers, element.key);
  if (!(index in occurrences)) return answers;
  return {
    ...answers,
    [element.key]: occurrences.filter((_, position) => position !== index),
  };
}
