import { quantile } from "../compare.ts";
import { linePlot } from "../report/line-plot.ts";
import { machine, markdownTable, type Report } from "../report/write-report.ts";
import { atMost, type Row } from "../table.ts";
import { requestKinds, type RequestKind, type Timed } from "./user-request.ts";
import type { UsersResult } from "./users-figures.ts";

/** p95, in ms. */
const goals: ReadonlyMap<RequestKind, number> = new Map([
  ["search", 60],
  ["save", 150],
  ["save with a file", 150],
  ["submit", 300],
]);

type KindFigure = {
  readonly kind: RequestKind;
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly highest: number;
};

function figuresOf(timed: readonly Timed[]): readonly KindFigure[] {
  return requestKinds.flatMap((kind) => {
    const times = timed.filter((each) => each.kind === kind);
    const of = (share: number) =>
      quantile(
        times.map(({ ms }) => ms),
        share,
      );
    return times.length === 0
      ? []
      : [
          {
            kind,
            count: times.length,
            p50: of(0.5),
            p95: of(0.95),
            p99: of(0.99),
            highest: of(1),
          },
        ];
  });
}

/** One row for each kind of request, and one for errors. */
export function usersRows(result: UsersResult): readonly Row[] {
  const errors = Object.values(result.errors).reduce(
    (sum, each) => sum + each,
    0,
  );
  return [
    ...figuresOf(result.timed).map(({ kind, count, p50, p95, p99 }) => ({
      ...atMost(`${String(result.users)} users: ${kind}, p95`, p95, {
        goal: goals.get(kind),
        unit: "ms",
      }),
      detail: `${String(count)} requests; p50 ${ms(p50)}, p99 ${ms(p99)}`,
    })),
    {
      name: "errors",
      reached: String(errors),
      goal: "0",
      isReached: errors === 0,
      detail: `${JSON.stringify(result.errors)}; ${loadText(result)}`,
    },
  ];
}

function loadText({
  timed,
  measuredSeconds,
  cpu,
  memory,
  usersLateMs,
  portalLateMs,
}: UsersResult): string {
  const percent = (value: number | undefined) =>
    value === undefined ? "?" : `${value.toFixed(0)} %`;
  const megabytes = (value: number | undefined) =>
    value === undefined ? "?" : `${value.toFixed(0)} MB`;
  return [
    `${(timed.length / measuredSeconds).toFixed(0)} requests each second`,
    `of one core: web ${percent(cpu.web)}, database ${percent(cpu.database)}, worker ${percent(cpu.worker)}`,
    `memory: web ${megabytes(memory.web)}, worker ${megabytes(memory.worker)}`,
    `event loop of the portal late by at most ${ms(portalLateMs)} in 95 of 100 ticks, of the users' process p95 ${ms(usersLateMs.p95)}`,
  ].join("; ");
}

function ms(value: number | undefined): string {
  return value === undefined ? "?" : `${value.toFixed(1)} ms`;
}

const plotFile = "users.svg";

/** Text, figures and plot for the documentation. */
export function usersReport(result: UsersResult): Report {
  const { timed, ...others } = result;
  const figures = figuresOf(timed);
  const { users, rampSeconds, measuredSeconds, thinkSeconds, errors } = result;
  const failed = Object.entries(errors);
  return {
    name: "users",
    figures: { ...others, requests: timed.length, kinds: figures },
    plots: { [plotFile]: usersPlot(result) },
    text: `Measured on ${machine()["measuredOn"] ?? ""}, ${machine()["processor"] ?? ""}, ${machine()["memory"] ?? ""}: ${String(users)} users come within ${String(rampSeconds)} s and stay for ${String(measuredSeconds)} s; each
waits ${String(thinkSeconds.from)} to ${String(thinkSeconds.to)} s before the next page. ${loadText(result)}.

${markdownTable(
  ["request", "how many", "p50", "p95", "p99", "longest", "goal for p95", ""],
  figures.map(({ kind, count, p50, p95, p99, highest }) => {
    const goal = goals.get(kind);
    return [
      kind,
      String(count),
      ms(p50),
      ms(p95),
      ms(p99),
      ms(highest),
      goal === undefined ? "–" : `< ${String(goal)} ms`,
      goal === undefined ? "" : p95 < goal ? "✓" : "missed",
    ];
  }),
)}

![Times of requests while ${String(users)} users apply](performance/${plotFile})

${failed.length === 0 ? "No request failed." : `Failed: ${failed.map(([what, count]) => `${String(count)} × ${what}`).join("; ")}.`}`,
  };
}

const drawn: readonly RequestKind[] = ["search", "save", "submit", "page"];
const steps = 24;

function usersPlot({
  timed,
  users,
  rampSeconds,
  measuredSeconds,
}: UsersResult): string {
  const widthSeconds = measuredSeconds / steps;
  return linePlot({
    title: `p95 while ${String(users)} users apply`,
    description: `Four lines: p95 of searches, saved steps, submissions and other pages over the ${String(measuredSeconds)} measured seconds, in ${String(steps)} parts.`,
    width: 720,
    height: 420,
    names: {
      x: "seconds since all users had come",
      y: "p95 in ms",
    },
    lines: drawn.map((kind) => ({
      name: kind,
      points: Array.from({ length: steps }, (_, step) => {
        const from = rampSeconds + step * widthSeconds;
        const within = timed.filter(
          (each) =>
            each.kind === kind &&
            each.at >= from &&
            each.at < from + widthSeconds,
        );
        return [
          Math.round((step + 0.5) * widthSeconds),
          quantile(
            within.map(({ ms }) => ms),
            0.95,
          ),
        ] as const;
      }).filter(([, value]) => Number.isFinite(value) && value > 0),
    })),
  });
}
