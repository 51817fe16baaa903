import type { FormField } from "../../domain/form-definition.ts";
import { addDays, addMonths, parseDay, printDay } from "../engine/dates.ts";
import type { Comparisons, Literal } from "./literals.ts";
import type { Node } from "./form-index.ts";

/** Written values worth trying for a field; `undefined` leaves it unanswered. */
export type Candidates = readonly (string | undefined)[];

export type CandidateSource = {
  readonly comparisons: Comparisons;
  /** Constants that some rule uses in another way than to compare a field with them. */
  readonly others: readonly Literal[];
  readonly today: string;
};

/** For each constant the value itself and those just below and above, what the limits of the field allow of them, and no answer. */
export function candidatesFor(node: Node, source: CandidateSource): Candidates {
  const { element } = node;
  if (element.kind === "group") return [undefined];
  const literals = [
    ...(source.comparisons.literals.get(node) ?? []),
    ...source.others,
  ];
  return [undefined, ...new Set(valuesOf(element, { node, literals, source }))];
}

type Hints = {
  readonly node: Node;
  readonly literals: readonly Literal[];
  readonly source: CandidateSource;
};

function valuesOf(field: FormField, hints: Hints): readonly string[] {
  switch (field.dataType) {
    case "boolean":
    case "consent":
      return ["true", "false"];
    case "select":
      return selectValues(
        field.options.map(({ code }) => code),
        hints,
      );
    case "date":
      return dateValues(field, hints);
    case "number":
    case "integer":
    case "currency":
      return numberValues(field, hints);
    case "label":
      return [];
    default:
      return textValues(hints);
  }
}

/** Of a long list those the rules name, and one they do not. */
function selectValues(codes: readonly string[], { literals }: Hints): string[] {
  const named = codes.filter((code) => literals.includes(code));
  const other = codes.find((code) => !literals.includes(code));
  return other === undefined ? named : [...named, other];
}

function textValues({ literals }: Hints): string[] {
  const texts = literals.filter(
    (literal) => typeof literal === "string" && literal.trim() !== "",
  );
  return [...texts.map(String), "andere Angabe", "Zz"];
}

function numberValues(
  field: Extract<FormField, { dataType: "number" | "integer" | "currency" }>,
  { literals }: Hints,
): string[] {
  const numbers = literals.filter((literal) => typeof literal === "number");
  const limits = [field.minValue, field.maxValue].filter(
    (limit) => limit !== undefined,
  );
  const step =
    field.dataType === "integer"
      ? 1
      : field.dataType === "currency"
        ? 0.01
        : 0.001;
  const points = [...numbers, ...limits, 0].sort((a, b) => a - b);
  const tried = points.flatMap((point, index) => [
    point - step,
    point,
    point + step,
    // Between two constants, in case they lie closer together than a step.
    (point + (points[index + 1] ?? point)) / 2,
  ]);
  return tried
    .filter(
      (value) =>
        value >= (field.minValue ?? -Infinity) &&
        value <= (field.maxValue ?? Infinity),
    )
    .filter((value) => field.dataType !== "integer" || Number.isInteger(value))
    .map((value) => String(Number(value.toFixed(6))))
    .filter((text) => !text.includes("e"));
}

function dateValues(
  { minDate, maxDate }: Extract<FormField, { dataType: "date" }>,
  { node, literals, source }: Hints,
): string[] {
  const now = parseDay(source.today);
  const ages = [
    ...(source.comparisons.ages.get(node) ?? []),
    ...source.others.filter(
      (other) => typeof other === "number" && other >= 0 && other <= 150,
    ),
  ].filter((age) => typeof age === "number");
  const birthdays = now
    ? ages.flatMap((age) =>
        [age - 1, age, age + 1].map((years) => addMonths(now, -12 * years)),
      )
    : [];
  const named = [...literals, minDate, maxDate]
    .map((literal) =>
      typeof literal === "string" ? parseDay(literal) : undefined,
    )
    .filter((date) => date !== undefined);
  const points = [...named, ...birthdays, ...(now ? [now] : [])];
  return points
    .flatMap((point) => [-1, 0, 1].map((days) => addDays(point, days)))
    .map(printDay)
    .filter((date) => date >= (minDate ?? date) && date <= (maxDate ?? date));
}
