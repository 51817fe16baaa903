import { median, quantile } from "../compare.ts";
import { scatterPlot } from "../report/scatter-plot.ts";
import { machine, markdownTable, type Report } from "../report/write-report.ts";
import type { Row } from "../table.ts";
import type { GrowthSize } from "./grow.ts";
import { growthGoal, isMissed, noiseMs, ratioOf } from "./growth-goal.ts";
import {
  askedAgain,
  type ComparedPage,
  type PageFigure,
} from "./measure-pages.ts";

export type GrowthResult = {
  readonly sizes: {
    readonly small: SizeFigures;
    readonly large: SizeFigures;
  };
  readonly pages: readonly ComparedPage[];
};

export type SizeFigures = GrowthSize & {
  readonly rows: number;
  readonly seconds: number;
  readonly databaseMegabytes: number;
  readonly webMegabytes: number | undefined;
};

/** One row for each role, and one for each page that misses the goal. */
export function growthRows({ sizes, pages }: GrowthResult): readonly Row[] {
  return [
    ...[sizes.small, sizes.large].map(generatorRow),
    ...byRole(pages).map(([role, ofRole]) => roleRow(role, ofRole)),
    ...pages.filter(isMissed).map(pageRow),
  ];
}

function generatorRow(size: SizeFigures): Row {
  const { tenants, submissions, rows, seconds } = size;
  const perMillion = (seconds / rows) * 1_000_000;
  return {
    name: `${String(tenants)} authorities, ${String(submissions)} applications: made`,
    reached: `${seconds.toFixed(0)} s`,
    goal: "1 million rows ≤ 180 s",
    isReached: perMillion <= 180,
    detail: `${String(rows)} rows, ${perMillion.toFixed(0)} s each million; database ${size.databaseMegabytes.toFixed(0)} MB, web process ${size.webMegabytes?.toFixed(0) ?? "?"} MB`,
  };
}

function roleRow(role: string, pages: readonly ComparedPage[]): Row {
  const ratios = pages.map(ratioOf);
  const missed = pages.filter(isMissed).length;
  return {
    name: `${role}: ${String(pages.length)} pages, p95 at large size / at small size`,
    reached: median(ratios).toFixed(2),
    goal: `each ≤ ${String(growthGoal)}`,
    isReached: missed === 0,
    detail: `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}; ${String(missed)} above the goal by more than ${String(noiseMs)} ms`,
  };
}

function pageRow(page: ComparedPage): Row {
  const { role, kind, small, large } = page;
  return {
    name: `${role}: ${kind}`,
    reached: ratioOf(page).toFixed(2),
    goal: `≤ ${String(growthGoal)}`,
    isReached: false,
    detail: `p95 ${ms(small.p95)} → ${ms(large.p95)}; processor ${ms(small.cpuMs)} → ${ms(large.cpuMs)}; ${String(large.statements)} statements`,
  };
}

function ms(value: number | undefined): string {
  return value === undefined ? "?" : `${value.toFixed(1)} ms`;
}

function byRole(
  pages: readonly ComparedPage[],
): readonly (readonly [string, readonly ComparedPage[]])[] {
  return [...new Set(pages.map(({ role }) => role))].map((role) => [
    role,
    pages.filter((page) => page.role === role),
  ]);
}

const plotFile = "growth.svg";

/** Text, figures and plot for the documentation. */
export function growthReport(result: GrowthResult): Report {
  const { sizes, pages } = result;
  const { small, large } = sizes;
  return {
    name: "growth",
    figures: result,
    plots: { [plotFile]: growthPlot(result) },
    text: `Measured on ${machine()["measuredOn"] ?? ""}, ${machine()["processor"] ?? ""}, ${machine()["memory"] ?? ""}: the same authority with ${String(small.submissions / small.tenants)} applications, first
beside ${String(small.tenants - 1)} others (${String(small.submissions)} applications), then beside ${String(large.tenants - 1)} (${String(large.submissions)}), each page in turns. What was above the goal was asked for again, ${String(askedAgain)} times as often; these figures count then.

${markdownTable(
  ["size", "rows", "made in", "database", "web process"],
  [small, large].map(
    ({
      tenants,
      submissions,
      rows,
      seconds,
      databaseMegabytes,
      webMegabytes,
    }) => [
      `${String(tenants)} / ${String(submissions)}`,
      String(rows),
      `${seconds.toFixed(0)} s`,
      `${databaseMegabytes.toFixed(0)} MB`,
      webMegabytes === undefined ? "?" : `${webMegabytes.toFixed(0)} MB`,
    ],
  ),
)}

![p95 of each page at both sizes](performance/${plotFile})

${markdownTable(
  [
    "pages",
    "how many",
    "p95 small",
    "p95 large",
    "ratio, median",
    "highest",
    `above ${String(growthGoal)}`,
    "processor",
    "statements",
  ],
  byRole(pages).map(([role, ofRole]) => summary(role, ofRole)),
)}

${missedText(pages)}`,
  };
}

function summary(
  role: string,
  pages: readonly ComparedPage[],
): readonly string[] {
  const of = (size: "small" | "large", what: keyof PageFigure) =>
    pages.map((page) => page[size][what] ?? Number.NaN);
  const ratios = pages.map(ratioOf);
  const middle = (values: readonly number[]) => ms(median(values));
  return [
    role,
    String(pages.length),
    middle(of("small", "p95")),
    middle(of("large", "p95")),
    median(ratios).toFixed(2),
    Math.max(...ratios).toFixed(2),
    String(pages.filter(isMissed).length),
    `${middle(of("small", "cpuMs"))} → ${middle(of("large", "cpuMs"))}`,
    `${String(median(of("large", "statements")))}, at most ${String(quantile(of("large", "statements"), 1))}`,
  ];
}

function missedText(pages: readonly ComparedPage[]): string {
  const missed = pages
    .filter(isMissed)
    .toSorted((one, other) => ratioOf(other) - ratioOf(one));
  if (missed.length === 0)
    return `No page takes more than ${String(growthGoal)} times as long (differences below ${String(noiseMs)} ms left out).`;
  return `Above the goal, by more than ${String(noiseMs)} ms:

${markdownTable(
  ["page", "p95", "ratio", "processor", "statements"],
  missed.map((page) => [
    `${page.role}: \`${page.kind}\``,
    `${ms(page.small.p95)} → ${ms(page.large.p95)}`,
    ratioOf(page).toFixed(2),
    `${ms(page.small.cpuMs)} → ${ms(page.large.cpuMs)}`,
    `${String(page.small.statements)} → ${String(page.large.statements)}`,
  ]),
)}`;
}

function growthPlot({ sizes, pages }: GrowthResult): string {
  const { small, large } = sizes;
  const missed = pages.filter(isMissed).length;
  return scatterPlot({
    title: `p95 of ${String(pages.length)} pages, ${String(small.submissions)} and ${String(large.submissions)} applications`,
    description: `One mark for each page. From left to right how long it takes beside ${String(small.tenants)} authorities, upwards beside ${String(large.tenants)}. The solid line is the same time, the dashed one ${String(growthGoal)} times as long. ${String(missed)} of them are clearly above it.`,
    width: 720,
    height: 560,
    names: {
      x: `p95 in ms, ${String(small.submissions)} applications`,
      y: `p95 in ms, ${String(large.submissions)} applications`,
    },
    goal: growthGoal,
    points: pages.map((page) => ({
      name: `${page.role}: ${page.kind}`,
      x: page.small.p95,
      y: page.large.p95,
    })),
  });
}
