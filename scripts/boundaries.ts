/** Checks who imports whom: `npm run boundaries`. Rules: dependency-cruiser.config.mjs; the module graph: architecture.mjs. */
import { existsSync } from "node:fs";
import path from "node:path";
import { cruise } from "dependency-cruiser";
import type { ICruiseResult } from "dependency-cruiser";
import { moduleDependencies } from "../architecture.mjs";
import { resolution, rulesFor } from "../dependency-cruiser.config.mjs";
import { circularEdges } from "./boundaries/circular-edges.ts";

const cycles = "no-cycles";

type ModuleGraph = Readonly<Record<string, readonly string[]>>;

/** One broken rule. `from` and `to` are paths below the root; a cycle breaks it with each of its imports. */
export type Violation = {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
};

/**
 * Cruises `src` below `root` with the rules of `graph`.
 * Throws when no TypeScript file was seen: that happens with a TypeScript version the tool does not know, and would
 * turn the wall off in silence.
 */
export async function findViolations(
  root: string,
  graph: ModuleGraph,
): Promise<readonly Violation[]> {
  const { forbidden = [] } = rulesFor(graph);
  const reply = await cruise(["src"], {
    baseDir: root,
    validate: true,
    // Cycles are found here: the tool looks for a way back from each import.
    ruleSet: { forbidden: forbidden.filter(({ name }) => name !== cycles) },
    skipAnalysisNotInRules: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: ["node_modules"] },
    enhancedResolveOptions: resolution,
    outputType: "json",
  });
  const { modules, summary } = parseReport(reply.output);
  if (!modules.some(({ source }) => source.endsWith(".ts"))) {
    throw new Error(
      "boundaries: dependency-cruiser saw no TypeScript file. Is TypeScript still 6.0.x?",
    );
  }
  const broken = summary.violations.map(({ rule, from, to }) => ({
    rule: rule.name,
    from,
    to,
  }));
  return [...circularImports(modules), ...broken];
}

function circularImports(
  modules: ICruiseResult["modules"],
): readonly Violation[] {
  const imports = new Map(
    modules.map(({ source, dependencies }) => [
      source,
      dependencies.map(({ resolved }) => resolved),
    ]),
  );
  return circularEdges(imports).map((edge) => ({ rule: cycles, ...edge }));
}

/** The first cycle of the module graph as a list of names, or undefined when it is a DAG. */
export function findCycle(graph: ModuleGraph): readonly string[] | undefined {
  const finished = new Set<string>();
  const walk = (name: string, way: readonly string[]): string[] | undefined => {
    if (way.includes(name)) return [...way.slice(way.indexOf(name)), name];
    if (finished.has(name)) return undefined;
    for (const next of graph[name] ?? []) {
      const cycle = walk(next, [...way, name]);
      if (cycle) return cycle;
    }
    finished.add(name);
    return undefined;
  };
  for (const name of Object.keys(graph)) {
    const cycle = walk(name, []);
    if (cycle) return cycle;
  }
  return undefined;
}

/** Names in architecture.mjs that have no folder or are used without being declared. */
export function findUnknownModules(
  graph: ModuleGraph,
  exists: (name: string) => boolean,
): readonly string[] {
  const named = new Set([
    ...Object.keys(graph),
    ...Object.values(graph).flat(),
  ]);
  return [...named].filter((name) => !(name in graph) || !exists(name));
}

function parseReport(output: ICruiseResult | string): ICruiseResult {
  if (typeof output !== "string") return output;
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- the tool's own JSON report, typed by the tool
  return JSON.parse(output) as ICruiseResult;
}

async function main(): Promise<void> {
  const root = path.join(import.meta.dirname, "..");
  const cycle = findCycle(moduleDependencies);
  if (cycle) fail(`architecture.mjs has a cycle: ${cycle.join(" → ")}`);
  const unknown = findUnknownModules(moduleDependencies, (name) =>
    existsSync(path.join(root, "src/modules", name)),
  );
  if (unknown.length > 0)
    fail(
      `architecture.mjs names modules that are not there: ${unknown.join(", ")}`,
    );

  const { forbidden = [] } = rulesFor(moduleDependencies);
  for (const { rule, from, to } of await findViolations(
    root,
    moduleDependencies,
  )) {
    const comment = forbidden.find(({ name }) => name === rule)?.comment ?? "";
    fail(`${rule}: ${from} → ${to}\n  ${comment}`);
  }
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

if (import.meta.main) await main();
