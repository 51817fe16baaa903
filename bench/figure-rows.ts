import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importMs, largestSchema, searchP95, startMs } from "./figures.ts";
import { firstImportMs, manyCodesMs } from "./first-import-figures.ts";
import { formFigures } from "./form-figures.ts";
import { webMemory } from "./memory.ts";
import { samlResponseMs } from "./saml-figures.ts";
import { signInFigures } from "./sign-in-figures.ts";
import type { Site } from "./site.ts";
import { atMost, type Row } from "./table.ts";

/** Search, forms, signing in, imports; each as soon as it is measured. */
export async function* figureRows(
  site: Site,
  runs: number,
): AsyncGenerator<Row> {
  yield atMost("search, p95", await searchP95(site, runs), {
    goal: 60,
    unit: "ms",
  });
  yield* formRows(runs);
  yield atMost("SAML response: whole check", await samlResponseMs(runs), {
    goal: 15,
    unit: "ms",
  });
  yield await signInRow(site, runs);
  for (const schema of ["S05000058", "S00000009", "S07000000248"]) {
    const median = await importMs(site, schema, 20);
    if (median !== undefined)
      yield atMost(`import of ${schema}`, median, { goal: 150, unit: "ms" });
  }
  yield* firstImportRows();
}

function formRows(runs: number): Row[] {
  const form = formFigures(runs);
  const within = (name: string, ms: number, goal: number) =>
    atMost(name, ms, { goal, unit: "ms" });
  return [
    within("form of 700 fields, 200 rules: a step", form.stepMs, 5),
    within("the same as one long page: a part", form.partOfLongPageMs, 5),
    within("the same: whole submission", form.submissionMs, 25),
    atMost("the same: memory, compiled", form.compiledMegabytes, {
      goal: 2,
      unit: "MB",
    }),
  ];
}

/** None where the system does not tell. */
export async function memoryRows(site: Site): Promise<Row[]> {
  const memory = await webMemory(site);
  if (!memory) return [];
  const { started, used } = memory;
  return [
    atMost("memory of the web process, started", started, {
      goal: undefined,
      unit: "MB",
    }),
    atMost("the same with 1,000 open drafts", used, { goal: 200, unit: "MB" }),
  ];
}

function firstImportRows(): Row[] {
  const first = firstImportMs(largestSchema);
  const codes = manyCodesMs(40_000);
  return [
    ...(first === undefined
      ? []
      : [
          atMost("the first read of S00000009 in a process", first, {
            goal: 150,
            unit: "ms",
          }),
        ]),
    atMost("reading 40,000 codes", codes, { goal: 2600, unit: "ms" }),
  ];
}

/** No goal: argon2id is meant to be slow, and the rest should hardly show beside it. */
async function signInRow(site: Site, runs: number): Promise<Row> {
  const { signInsPerSecond, hashesPerSecond } = await signInFigures(site, runs);
  return {
    name: "sign-in with a password",
    reached: `${signInsPerSecond.toFixed(0)}/s`,
    detail: `argon2id alone: ${hashesPerSecond.toFixed(0)}/s (19 MiB, two passes)`,
    goal: "–",
    isReached: undefined,
  };
}

/** From nothing to the first page, and once more on the same data. */
export async function startRows(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "orh-start-"));
  const first = await startMs(folder);
  const later = await startMs(folder);
  await rm(folder, { recursive: true });
  return [
    atMost("first start to first page", first, { goal: 10_000, unit: "ms" }),
    atMost("later start to first page", later, { goal: 3_000, unit: "ms" }),
  ];
}
