import { linePlot } from "../../../bench/report/line-plot.ts";
import { isKept } from "../faults/report.ts";
import { machine, promisesOf, row, seconds } from "../rolling/report.ts";
import type { SoakRun } from "./run-soak.ts";
import { trendsOf, type Sample } from "./samples.ts";

export type SoakResult = SoakRun & {
  readonly command: string;
  /** "running": what there is so far, nothing was compared. */
  readonly state: "running" | "over";
};

/** For programs: every sample and fault. */
export function figuresOf({ ledger, ...result }: SoakResult) {
  return {
    date: new Date().toISOString(),
    machine: machine(),
    isKept: isKept({ ledger, ...result }),
    confirmed: ledger.acknowledged.length,
    sentAgain: ledger.cutOff,
    troubles: Object.fromEntries(ledger.troubles),
    trends: trendsOf(result.samples),
    ...result,
  };
}

const rowsShown = 9;

export function reportOf(result: SoakResult): string {
  const { command, state, struck, samples, ledger, findings } = result;
  const kinds = new Set(struck.map(({ cell }) => cell));
  const errors = [...ledger.troubles.values()].reduce(
    (total, times) => total + times,
    0,
  );
  const gap = Math.max(0, ...struck.map(({ gapMs }) => gapMs));
  return [
    `\`${command}\` on ${new Date().toISOString().slice(0, 10)}, ${machine()}; Node ${process.version}; ${result.lastedMinutes.toFixed(0)} minutes${state === "running" ? ", **not over yet: nothing was compared**" : ""}.`,
    "",
    `${String(struck.length)} faults of ${String(kinds.size)} kinds; ${String(ledger.acknowledged.length)} confirmed, ${String(ledger.cutOff)} sent again, ${String(errors)} errors shown, nothing confirmed for ${seconds(gap)} at most.`,
    "",
    row(columns.map(({ head }) => head)),
    row(columns.map(() => "--:")),
    ...spread(samples).map((sample) =>
      row(columns.map(({ cell }) => cell(sample))),
    ),
    "",
    row(["", "second quarter", "last quarter", "in an hour", "grows"]),
    row(["---", "--:", "--:", "--:", "---"]),
    ...trendsOf(samples).map(({ name, before, after, perHour, grows }) =>
      row([
        name,
        before.toFixed(1),
        after.toFixed(1),
        perHour.toFixed(1),
        grows ? "**yes**" : "no",
      ]),
    ),
    "",
    ...promisesOf(findings),
    "",
  ].join("\n");
}

/** What parts hold over time. */
export function plotOf(samples: readonly Sample[]): string {
  const line = (name: string, of: (sample: Sample) => number) => ({
    name,
    points: samples
      .map((sample) => [sample.minutes, of(sample)] as const)
      .filter(([, value]) => value > 0),
  });
  return linePlot({
    title: "What processes and database hold over time",
    description:
      "Memory of a web process and of a worker that nothing happens to, the size of the database, and open files of the web process.",
    width: 960,
    height: 420,
    names: { x: "minutes", y: "MB, files" },
    lines: [
      line("web, MB", ({ web }) => web.megabytes),
      line("worker, MB", ({ worker }) => worker.megabytes),
      line("database, MB", ({ databaseMegabytes }) => databaseMegabytes),
      line("web, open files", ({ web }) => web.openFiles),
    ],
  });
}

/** The first, the last, and some between. */
function spread(samples: readonly Sample[]): readonly Sample[] {
  const count = Math.min(rowsShown, samples.length);
  return Array.from({ length: count }, (_, index) =>
    samples.at(Math.round((index * (samples.length - 1)) / (count - 1 || 1))),
  ).filter((sample) => sample !== undefined);
}

const columns: readonly {
  readonly head: string;
  readonly cell: (sample: Sample) => string;
}[] = [
  { head: "minute", cell: ({ minutes }) => minutes.toFixed(0) },
  { head: "confirmed", cell: ({ confirmed }) => String(confirmed) },
  { head: "web, MB", cell: ({ web }) => web.megabytes.toFixed(0) },
  { head: "worker, MB", cell: ({ worker }) => worker.megabytes.toFixed(0) },
  {
    head: "open files of web / worker",
    cell: ({ web, worker }) =>
      `${String(web.openFiles)} / ${String(worker.openFiles)}`,
  },
  {
    head: "database, MB",
    cell: ({ databaseMegabytes }) => databaseMegabytes.toFixed(0),
  },
  { head: "dead rows", cell: ({ deadRows }) => String(deadRows) },
  {
    head: "oldest due job late by",
    cell: ({ jobsLateSeconds }) => seconds(jobsLateSeconds * 1000),
  },
];
