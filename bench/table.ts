import type { Comparison } from "./compare.ts";

export type Row = {
  readonly name: string;
  readonly reached: string;
  readonly goal: string;
  /** Undefined where there is no goal. */
  readonly isReached: boolean | undefined;
  readonly detail: string;
};

const verdicts: ReadonlyMap<boolean | undefined, string> = new Map([
  [true, "✓"],
  [false, "missed"],
]);

/** What a row says of its goal. */
export function verdictOf(isReached: boolean | undefined): string {
  return verdicts.get(isReached) ?? "";
}

/** In one line, for whoever waits while it is measured. */
export function describeRow({ name, reached, goal, isReached, detail }: Row) {
  const aim =
    isReached === undefined ? "" : ` (goal ${goal}: ${verdictOf(isReached)})`;
  return `${name}: ${reached}${aim}${detail && `; ${detail}`}`;
}

/** Prints rows as a table in Markdown, so that it can go into docs/performance.md as it is. */
export function printTable(rows: readonly Row[]): void {
  const cells = [
    ["what", "reached", "goal", "", "spread and figures"],
    ...rows.map(({ name, reached, goal, isReached, detail }) => [
      name,
      reached,
      goal,
      verdictOf(isReached),
      detail,
    ]),
  ];
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[], filler: string) =>
    `| ${widths.map((width, column) => (row[column] ?? "").padEnd(width, filler)).join(" | ")} |`;
  const [head = [], ...body] = cells;
  console.log(
    [line(head, " "), line([], "-"), ...body.map((row) => line(row, " "))].join(
      "\n",
    ),
  );
}

/** A row of a figure that must not exceed its goal; without one it is shown only. */
export function atMost(
  name: string,
  value: number,
  { goal, unit }: { readonly goal: number | undefined; readonly unit: string },
): Row {
  return {
    name,
    reached: `${value.toFixed(value < 20 ? 1 : 0)} ${unit}`,
    detail: "",
    goal: goal === undefined ? "–" : `≤ ${String(goal)} ${unit}`,
    isReached: goal === undefined ? undefined : value <= goal,
  };
}

/** How close the portal comes to the limit, with what both carried. */
export function comparisonRow(
  name: string,
  {
    comparison: { portal, limit, ratio, lowest, highest },
    goal,
    limit: limitName,
  }: {
    readonly comparison: Comparison;
    /** None: shown for comparison only. */
    readonly goal: number | undefined;
    readonly limit: string;
  },
): Row {
  const percent = (share: number) => `${(share * 100).toFixed(0)} %`;
  const figure = ({ perSecond, perCpuSecond }: typeof portal) =>
    perCpuSecond === undefined
      ? `${perSecond.toFixed(0)}/s`
      : `${perCpuSecond.toFixed(0)}/cpu s`;
  return {
    name,
    reached: percent(ratio),
    detail: `${percent(lowest)}–${percent(highest)}; ${figure(portal)} of ${figure(limit)} (${limitName})`,
    goal: goal === undefined ? "–" : `≥ ${percent(goal)}`,
    isReached: goal === undefined ? undefined : ratio >= goal,
  };
}
