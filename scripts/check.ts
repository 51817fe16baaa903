/**
 * The whole pipeline: `npm test`. One step: `npm run <name>` or `npm run check -- --only <name>`.
 * The list of steps is in scripts/check/steps.ts; CI and hooks call only this.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { runSteps, type StepResult } from "./check/run-step.ts";
import { slowestFilesIn } from "./check/slowest-files.ts";
import { steps, type Step } from "./check/steps.ts";

const atOnce = 2;
const realForms = path.join(
  import.meta.dirname,
  "../../shared/data/xdatenfelder",
);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      help: { type: "boolean", short: "h", default: false },
      only: { type: "string", multiple: true, default: [] },
    },
  });
  if (values.help) {
    console.log(describeSteps());
    return;
  }
  const chosen = choose(values.only);
  if (chosen === undefined || !hasRealForms()) {
    process.exitCode = 1;
    return;
  }
  const results = await runSteps(chosen, {
    atOnce,
    signal: stopSignal(),
    report: reportProgress,
  });
  if (values.only.length > 0) printSlowest(results);
  printTable(results);
  if (results.some(({ outcome }) => outcome === "failed")) process.exitCode = 1;
}

function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  process.once("SIGTERM", () => stopping.abort());
  return stopping.signal;
}

/** The steps to run, or undefined when a name is unknown. */
function choose(names: readonly string[]): readonly Step[] | undefined {
  const unknown = names.filter(
    (name) => !steps.some((step) => step.name === name),
  );
  if (unknown.length > 0) {
    console.error(`No step is called ${unknown.join(", ")}.\n`);
    console.error(describeSteps());
    return undefined;
  }
  return names.length === 0
    ? steps
    : steps.filter(({ name }) => names.includes(name));
}

/** In CI the official form schemas must be there, or the tests on them would pass by not running. */
function hasRealForms(): boolean {
  if (existsSync(realForms)) return true;
  const text = `the official form schemas are not at ${realForms}`;
  if (process.env["CI"] === undefined) {
    console.warn(`Note: ${text}; tests that need them do not run.`);
    return true;
  }
  console.error(`In CI this is an error: ${text}.`);
  return false;
}

function describeSteps(): string {
  const lines = steps.map(({ name, about }) => `  ${name.padEnd(24)} ${about}`);
  return [
    "npm run check [-- --only <step> …]",
    "",
    "Steps, each also `npm run <step>`:",
    ...lines,
  ].join("\n");
}

/** What failed is told at once: a run that is ended before its end has said it. */
function reportProgress({
  step: { name },
  outcome,
  durationMs,
  output,
}: StepResult): void {
  console.log(`${marks[outcome]} ${name} ${seconds(durationMs)}`);
  if (outcome !== "failed") return;
  console.log(`\n──── ${name}: npm run ${name} ────`);
  console.log(`${onlyFailures(output).trim()}\n`);
}

/** The test runner repeats failing tests at the end; what stands before is of no use here. */
function onlyFailures(output: string): string {
  const from = output.lastIndexOf("failing tests:");
  return from === -1 ? output : output.slice(from);
}

function printSlowest(results: readonly StepResult[]): void {
  for (const { step, outcome, output } of results) {
    // A step that failed has printed it already.
    if (outcome === "failed") continue;
    const slowest = slowestFilesIn(output);
    if (slowest !== "") console.log(`\n${step.name}, ${slowest}`);
  }
}

function printTable(results: readonly StepResult[]): void {
  console.log("");
  for (const { step, outcome, durationMs, output } of results) {
    const note = outcome === "not-run" ? `  not run: ${output}` : "";
    console.log(
      `${marks[outcome]} ${step.name.padEnd(24)} ${seconds(durationMs).padStart(8)}${note}`,
    );
  }
  console.log(`\n${conclusion(results)} (${seconds(performance.now())})`);
}

function conclusion(results: readonly StepResult[]): string {
  const namesOf = (wanted: StepResult["outcome"]) =>
    results
      .filter(({ outcome }) => outcome === wanted)
      .map(({ step }) => step.name)
      .join(", ");
  if (namesOf("failed") !== "") return `Failed: ${namesOf("failed")}`;
  return namesOf("not-run") === ""
    ? "All steps passed."
    : `Every step that ran has passed. Not run: ${namesOf("not-run")}`;
}

function seconds(durationMs: number): string {
  return `${(durationMs / 1000).toFixed(1)} s`;
}

const marks = { passed: "✓", failed: "✗", "not-run": "–" } as const;

await main();
