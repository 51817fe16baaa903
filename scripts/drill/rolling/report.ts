import { spawnSync } from "node:child_process";
import os from "node:os";
import type { Finding } from "../compare.ts";
import type { Rolled } from "./roll.ts";

export type ReportInput = {
  readonly command: string;
  readonly proxy: string;
  readonly rolled: Rolled;
  readonly findings: readonly Finding[];
  readonly database: string;
};

/** Failures that somebody saw: no page, or another than the expected one. */
export function failuresOf({ read, ledger }: Rolled): number {
  return [...ledger.troubles.values()].reduce(
    (sum, times) => sum + times,
    read.failed,
  );
}

/** For programs: every process that was replaced. */
export function rollingFigures({ rolled, ...input }: ReportInput) {
  const { ledger, ...rest } = rolled;
  return {
    ...input,
    ...rest,
    failed: failuresOf(rolled),
    confirmed: ledger.acknowledged.length,
    sentAgain: ledger.cutOff,
    troubles: Object.fromEntries(ledger.troubles),
  };
}

/** The result as Markdown, with the machine it was made on. */
export function reportOf(input: ReportInput): string {
  const { rolled, findings } = input;
  const { ledger, read, proxy, replaced } = rolled;
  return [
    `\`${input.command}\` on ${new Date().toISOString().slice(0, 10)}, ${machine()}; ${input.database}, ${versionOf("pgbouncer", "--version")}, ${versionOf(input.proxy, "-v")}, Node ${process.version}; ${rolled.seconds.toFixed(0)} s.`,
    "",
    "| replaced under load | times | exit code not 0 | until stopped, longest | until ready again, longest |",
    "| --- | --: | --: | --: | --: |",
    ...(["worker", "web"] as const).map((kind) => {
      const own = replaced.filter((one) => one.kind === kind);
      return row([
        kind,
        own.length,
        own.filter(({ exitCode }) => exitCode !== 0).length,
        seconds(Math.max(...own.map(({ stoppedMs }) => stoppedMs))),
        // A worker says nothing when it begins.
        kind === "web"
          ? seconds(Math.max(...own.map(({ startedMs }) => startedMs)))
          : "–",
      ]);
    }),
    "",
    "| what people did meanwhile | number |",
    "| --- | --: |",
    row(["pages read", read.requests]),
    row(["slowest page", seconds(read.slowestMs)]),
    row([
      "applications filled in, sent and confirmed",
      ledger.acknowledged.length,
    ]),
    row(["requests through the proxy", proxy["requests"] ?? "–"]),
    row([
      "of these tried again or sent elsewhere by the proxy",
      (proxy["triedAgain"] ?? 0) + (proxy["sentElsewhere"] ?? 0),
    ]),
    row(["answers 5xx", proxy["answers5xx"] ?? "–"]),
    row(["**failed requests that somebody saw**", `**${failuresOf(rolled)}**`]),
    ...[...ledger.troubles].map(([trouble, times]) =>
      row([`of these: ${trouble}`, times]),
    ),
    "",
    ...promisesOf(findings),
    "",
  ].join("\n");
}

/** How many were looked at for each promise, and how many broke it. */
export const promisesOf = (findings: readonly Finding[]) => [
  "| promise | looked at | broken |",
  "| --- | --: | --: |",
  ...findings.map(({ promise, counted, broken }) =>
    row([promise, counted, broken.length]),
  ),
];

export function machine(): string {
  const [cpu] = os.cpus();
  const memory = Math.round(os.totalmem() / 1_073_741_824);
  return `${os.type()} ${os.arch()}, ${os.cpus().length} cores (${cpu?.model.trim() ?? "unknown"}), ${memory} GB, load ${os.loadavg()[0]?.toFixed(1) ?? "?"} at the end`;
}

/** The first line that a program says about itself. */
export function versionOf(command: string, option: string): string {
  const { stdout, stderr } = spawnSync(command, [option], { encoding: "utf8" });
  // nginx tells it as an error.
  const [line = command] = (stdout || stderr).split("\n");
  return line.replace(/ - .*| \d{4}\/.*/, "");
}

export const row = (cells: readonly (string | number)[]) =>
  `| ${cells.join(" | ")} |`;

export const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
