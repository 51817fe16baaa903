import { z } from "zod";
import { verdictOf, type Row } from "../table.ts";
import { machine, markdownTable, type Report } from "./write-report.ts";

const keptRow = z.object({
  name: z.string(),
  reached: z.string(),
  goal: z.string(),
  isReached: z.boolean().optional(),
  detail: z.string(),
  measuredOn: z.string(),
  processor: z.string(),
});
type KeptRow = z.infer<typeof keptRow>;

/**
 * One table over all parts that are no report of their own. A run of some parts puts its rows in place of those of the same name, so each row tells
 * when and on what it was measured.
 */
export function tableReport(kept: unknown, rows: readonly Row[]): Report {
  const before = z.array(keptRow).safeParse(kept).data ?? [];
  const { measuredOn = "", processor = "" } = machine();
  const now = rows.map((row): KeptRow => ({ ...row, measuredOn, processor }));
  const named = new Map(
    [...before, ...now].map((row): [string, KeptRow] => [row.name, row]),
  );
  const figures = [...named.values()];
  const text = `## Each part as it was measured last\n\n${tableOf(figures)}`;
  return { name: "table", text, figures, plots: {} };
}

function tableOf(rows: readonly KeptRow[]): string {
  return markdownTable(
    [
      "what",
      "reached",
      "goal",
      "",
      "spread and figures",
      "measured on",
      "processors",
    ],
    rows.map((row) => [
      row.name,
      row.reached,
      row.goal,
      verdictOf(row.isReached),
      row.detail,
      row.measuredOn,
      row.processor,
    ]),
  );
}
