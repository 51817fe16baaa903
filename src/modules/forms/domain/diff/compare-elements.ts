import type { FormElement, Option } from "../form-definition.ts";
import type {
  BeforeAfter,
  Behaviour,
  ElementType,
  Constraint,
  ElementChange,
} from "./form-change.ts";
import type { ElementPair } from "./match-elements.ts";

/** What is different about one element. */
export function compareElements({
  before,
  after,
  isMoved,
}: ElementPair): ElementChange[] {
  const place = { path: after.path, labels: after.labels };
  const [older, newer] = [before.element, after.element];
  const move: readonly Difference[] = isMoved
    ? [{ kind: "moved", from: before.path }]
    : [];
  return [
    ...move,
    ...compareType(older, newer),
    ...compareTexts(older, newer),
    ...compareCount(older, newer),
    ...constraints.flatMap((name): Difference[] => {
      const change = differing(name, { older, newer });
      return change ? [{ kind: "constraint", name, ...change }] : [];
    }),
    ...behaviours.flatMap((name): Difference[] => {
      const change = differing(name, { older, newer });
      return change ? [{ kind: "behaviour", name, ...change }] : [];
    }),
    ...compareOptions(optionsOf(older), optionsOf(newer)),
  ].map((difference) => ({ ...place, ...difference }));
}

type WithoutPlace<Change> = Change extends unknown
  ? Omit<Change, "path" | "labels">
  : never;
type Difference = WithoutPlace<ElementChange>;

function compareType(before: FormElement, after: FormElement): Difference[] {
  const [older, newer] = [typeOf(before), typeOf(after)];
  return older === newer ? [] : [{ kind: "type", before: older, after: newer }];
}

function typeOf(element: FormElement): ElementType {
  return element.kind === "group" ? "group" : element.dataType;
}

function compareTexts(older: FormElement, newer: FormElement): Difference[] {
  const changes: Difference[] = [];
  if (older.label !== newer.label)
    changes.push({ kind: "label", before: older.label, after: newer.label });
  for (const kind of ["help", "content"] as const) {
    const change = differing(kind, { older, newer });
    if (change) changes.push({ kind, ...change });
  }
  return changes;
}

function compareCount(
  { cardinality: before }: FormElement,
  { cardinality: after }: FormElement,
): Difference[] {
  return before.min === after.min && before.max === after.max
    ? []
    : [{ kind: "cardinality", before, after }];
}

const constraints: readonly Constraint[] = [
  "minLength",
  "maxLength",
  "minValue",
  "maxValue",
  "minDate",
  "maxDate",
  "pattern",
  "format",
  "unit",
  "maxBytes",
  "mediaTypes",
  "codeList",
  "shape",
];

const behaviours: readonly Behaviour[] = [
  "visibleWhen",
  "requiredWhen",
  "computed",
  "entry",
  "initialValue",
  "prefill",
  "place",
  "choice",
];

type Comparison = {
  readonly older: FormElement;
  readonly newer: FormElement;
};

/** Absent on a side: there was none. Undefined where both sides agree. */
function differing(
  name: string,
  { older, newer }: Comparison,
): BeforeAfter | undefined {
  const [before, after] = [written(older, name), written(newer, name)];
  if (before === after) return undefined;
  return {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

/** A property in one line, or undefined where there is none. */
function written(element: FormElement, name: string): string | undefined {
  const value: unknown = new Map<string, unknown>(Object.entries(element)).get(
    name,
  );
  if (value === undefined || typeof value === "string") return value;
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "object" && value !== null)
    return Object.values(value).join(" ");
  return JSON.stringify(value);
}

function optionsOf(element: FormElement): readonly Option[] {
  return element.kind === "field" && element.dataType === "select"
    ? element.options
    : [];
}

function compareOptions(
  before: readonly Option[],
  after: readonly Option[],
): Difference[] {
  const older = new Map(before.map(({ code, label }) => [code, label]));
  const newer = new Map(after.map(({ code, label }) => [code, label]));
  const removed = before
    .filter(({ code }) => !newer.has(code))
    .map(({ code, label }): Difference => ({
      kind: "option-removed",
      code,
      option: label,
    }));
  const others = after.flatMap(({ code, label }): Difference[] => {
    const known = older.get(code);
    if (known === undefined)
      return [{ kind: "option-added", code, option: label }];
    if (known === label) return [];
    return [{ kind: "option-renamed", code, before: known, after: label }];
  });
  return [...removed, ...others];
}
