/** `npm run bench`: how close the portal comes to bare servers, as ratios within one run. See docs/performance.md. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Comparison, Rounds } from "./compare.ts";
import { importMs, largestSchema, searchP95, startMs } from "./figures.ts";
import { firstImportMs, manyCodesMs } from "./first-import-figures.ts";
import { formFigures } from "./form-figures.ts";
import { compareFormStep } from "./form-step.ts";
import { comparePublicPage } from "./public-page.ts";
import { deliveryRows } from "./delivery-figures.ts";
import { samlResponseMs } from "./saml-figures.ts";
import { signInFigures } from "./sign-in-figures.ts";
import { webMemory } from "./memory.ts";
import { quickSearch, searchUnderLoad, wholeSearch } from "./search-figures.ts";
import { openSite, type Site } from "./site.ts";
import { compareSubmit } from "./submit.ts";
import { atMost, printTable, type Row } from "./table.ts";
import { vorgangFigures } from "./vorgang-figures.ts";

const parts = [
  "memory",
  "page",
  "step",
  "submit",
  "figures",
  "start",
  "vorgaenge",
  "search",
  "delivery",
] as const;
type Part = (typeof parts)[number];

const help = `npm run bench [-- --quick] [--only ${parts.join("|")} …] [--profile <folder>]

  --quick      fewer and shorter rounds: shows that it works, figures are rough
  --only       one part; may be given more than once
  --million    a million Vorgänge over 1,000 authorities (10,000 over 10 without it); takes about ten minutes
  --json       writes the rows into this file, too
  --profile    writes a CPU profile of the portal into this folder

Each comparison takes turns (limit, portal, limit, portal …) and shows the median ratio and its spread.
The columns are answers for each second of processor time, or for each second where all cores share the work.`;

const { values } = parseArgs({
  options: {
    help: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    only: { type: "string", multiple: true, default: [] },
    million: { type: "boolean", default: false },
    json: { type: "string" },
    profile: { type: "string" },
  },
});

const effort = values.quick
  ? {
      rounds: { rounds: 3, seconds: 1.5, warmUpSeconds: 1.5 },
      submits: { rounds: 3, perRound: 480 },
      runs: 100,
      vorgaenge: 40,
      deliveries: { sent: 300, dead: 10_000, rounds: 2, samples: 60 },
    }
  : {
      rounds: { rounds: 9, seconds: 4, warmUpSeconds: 10 },
      submits: { rounds: 7, perRound: 2400 },
      runs: 400,
      vorgaenge: 200,
      deliveries: { sent: 2_000, dead: 100_000, rounds: 4, samples: 200 },
    };

if (values.help) console.log(help);
else await main();

async function main(): Promise<void> {
  const rows: Row[] = [];
  console.log(
    `${String(cpus().length)} × ${cpus()[0]?.model ?? "processor"}\n`,
  );
  if (isWanted("start")) rows.push(...(await startRows()));
  if (parts.some((part) => part !== "start" && isWanted(part))) {
    const site = await openSite(values.profile);
    try {
      rows.push(...(await siteRows(site)));
    } finally {
      await site.close();
    }
  }
  printTable(rows);
  if (values.json !== undefined)
    await writeFile(values.json, `${JSON.stringify(rows, undefined, 2)}\n`);
}

function isWanted(part: Part): boolean {
  return values.only.length === 0 || values.only.includes(part);
}

async function siteRows(site: Site): Promise<Row[]> {
  const rows: Row[] = [];
  // First: what other parts leave behind is not counted.
  if (isWanted("memory")) rows.push(...(await memoryRows(site)));
  if (isWanted("page"))
    rows.push(
      comparisonRow("public service page", {
        comparison: await comparePublicPage(site, effort.rounds),
        goal: 0.7,
        limit: "node:http, same bytes",
      }),
    );
  if (isWanted("step")) rows.push(...(await stepRows(site, effort.rounds)));
  if (isWanted("figures")) rows.push(...(await figureRows(site)));
  if (isWanted("vorgaenge")) rows.push(...(await vorgangRows(site)));
  if (isWanted("search")) rows.push(await searchRow(site));
  if (isWanted("delivery"))
    rows.push(...(await deliveryRows(site, effort.deliveries)));
  // Last: it lets the portal use all cores.
  if (isWanted("submit")) rows.push(await submitRow(site));
  return rows;
}

async function stepRows(site: Site, rounds: Rounds): Promise<Row[]> {
  const steps = await compareFormStep(site, rounds);
  return steps.map(({ method, manner, statements, comparison }) =>
    comparisonRow(`form step, ${method}`, {
      comparison,
      goal: manner === "one-by-one" ? 0.6 : undefined,
      limit: `Fastify, same ${String(statements)} statements ${manner}`,
    }),
  );
}

async function submitRow(site: Site): Promise<Row> {
  const { comparison, statements, limit } = await compareSubmit(
    site,
    effort.submits,
  );
  return comparisonRow("submit", {
    comparison,
    goal: 0.6,
    limit: `${limit}, same ${String(statements)} statements`,
  });
}

function comparisonRow(
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

async function figureRows(site: Site): Promise<Row[]> {
  const search = await searchP95(site, effort.runs);
  const form = formFigures(effort.runs);
  const rows = [
    atMost("search, p95", search, { goal: 60, unit: "ms" }),
    atMost("form of 700 fields, 200 rules: a step", form.stepMs, {
      goal: 5,
      unit: "ms",
    }),
    atMost("the same as one long page: a part", form.partOfLongPageMs, {
      goal: 5,
      unit: "ms",
    }),
    atMost("the same: whole submission", form.submissionMs, {
      goal: 25,
      unit: "ms",
    }),
    atMost("the same: memory, compiled", form.compiledMegabytes, {
      goal: 2,
      unit: "MB",
    }),
  ];
  rows.push(
    atMost("SAML response: whole check", await samlResponseMs(effort.runs), {
      goal: 15,
      unit: "ms",
    }),
  );
  rows.push(await signInRow(site));
  for (const schema of ["S05000058", "S00000009", "S07000000248"]) {
    const median = await importMs(site, schema, 20);
    if (median !== undefined)
      rows.push(
        atMost(`import of ${schema}`, median, { goal: 150, unit: "ms" }),
      );
  }
  rows.push(...firstImportRows());
  return rows;
}

async function memoryRows(site: Site): Promise<Row[]> {
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
async function signInRow(site: Site): Promise<Row> {
  const { signInsPerSecond, hashesPerSecond } = await signInFigures(
    site,
    effort.runs,
  );
  return {
    name: "sign-in with a password",
    reached: `${signInsPerSecond.toFixed(0)}/s`,
    detail: `argon2id alone: ${hashesPerSecond.toFixed(0)}/s (19 MiB, two passes)`,
    goal: "–",
    isReached: undefined,
  };
}

async function vorgangRows(site: Site): Promise<Row[]> {
  const size = values.million
    ? { count: 1_000_000, offices: 1_000 }
    : { count: 10_000, offices: 10 };
  const { generated, figures } = await vorgangFigures(
    site,
    size,
    effort.vorgaenge,
  );
  const { seconds, count } = generated;
  return [
    atMost(`${String(count)} Vorgänge made`, seconds, { goal: 180, unit: "s" }),
    ...figures.map(({ name, p50, p95, cpuMs, goal }) => ({
      ...atMost(`${name}, p95`, p95, { goal, unit: "ms" }),
      detail: `p50 ${p50.toFixed(p50 < 20 ? 1 : 0)} ms${cpuMs === undefined ? "" : `, ${cpuMs.toFixed(0)} ms of a processor`}`,
    })),
  ];
}

async function searchRow(site: Site): Promise<Row> {
  const effort = values.quick ? quickSearch : wholeSearch;
  const { name, p95, detail } = await searchUnderLoad(site, effort);
  return { ...atMost(name, p95, { goal: 60, unit: "ms" }), detail };
}

async function startRows(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "orh-start-"));
  const first = await startMs(folder);
  const later = await startMs(folder);
  await rm(folder, { recursive: true });
  return [
    atMost("first start to first page", first, { goal: 10_000, unit: "ms" }),
    atMost("later start to first page", later, { goal: 3_000, unit: "ms" }),
  ];
}
