/** `npm run bench`: how close the portal comes to bare servers, as ratios within one run. See docs/performance.md. */
import { writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Rounds } from "./compare.ts";
import { figureRows, memoryRows, startRows } from "./figure-rows.ts";
import { compareFormStep } from "./form-step.ts";
import { comparePublicPage } from "./public-page.ts";
import { deliveryRows } from "./delivery-figures.ts";
import {
  growthFigures,
  quickGrowth,
  wholeGrowth,
} from "./growth/growth-figures.ts";
import type { GrowthSize } from "./growth/grow.ts";
import { restoreFigures } from "./growth/restore-figures.ts";
import { growthReport, growthRows } from "./growth/growth-report.ts";
import { gatherRows } from "./report/gather-rows.ts";
import { tableReport } from "./report/table-report.ts";
import {
  readFigures,
  writeReport,
  type Report,
} from "./report/write-report.ts";
import { quickSearch, searchUnderLoad, wholeSearch } from "./search-figures.ts";
import { neighbourFigures } from "./users/neighbour-figures.ts";
import { overloadRows } from "./users/overload-rows.ts";
import { openSite, type Site } from "./site.ts";
import { compareSubmit } from "./submit.ts";
import { atMost, comparisonRow, printTable, type Row } from "./table.ts";
import { usersFigures } from "./users/users-figures.ts";
import { usersReport, usersRows } from "./users/users-report.ts";
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
/** These take longer than all others together: only when asked for. */
const longParts = [
  "growth",
  "users",
  "neighbours",
  "overload",
  "slow-clients",
  "restore",
] as const;
type Part = (typeof parts)[number];

const docs = fileURLToPath(new URL("../docs", import.meta.url));

const help = `npm run bench [-- --quick] [--only ${[...parts, ...longParts].join("|")} …] [--profile <folder>]

  --quick      fewer and shorter rounds: shows that it works, figures are rough
  --only       one part; may be given more than once. Without it all but ${longParts.join(" and ")}
  --million    vorgaenge: a million of them over 1,000 authorities (10,000 over 10 without it); takes about ten minutes
  --users      users: how many (1000); neighbours: how many of each authority at its normal load (40)
  --minutes    users, neighbours: how long is measured after all have come (users 5, neighbours 1; 0.5 with --quick)
  --tenants, --submissions
               growth: of the larger installation (1000 and 1000000; 30 and 3000 with --quick);
               restore: of the installation (10 and 10000; 10 and 1000 with --quick)
  --data       growth: a folder for both installations, which are kept there and used again next time
  --write      puts table, figures and plots into docs/performance*; rows of the table that are
               not measured again stay, and --quick writes none
  --json       writes the rows into this file, too
  --profile    writes a CPU profile of the portal into this folder

Each comparison takes turns (limit, portal, limit, portal …) and shows the median ratio and its spread.
The columns are answers for each second of processor time, or for each second where all cores share the work.

growth  makes 10 authorities with 10,000 applications and 1,000 with a million (with --quick 1,000, and 30 with 3,000), with everything
        that came of them, and asks both in turns for every page that links lead to, and to save and send an application.
        Needs 40 GB for temporary files and about half an hour on an idle machine.
restore makes an installation, takes an encrypted back-up of it, checks it, and brings it back into an empty one.
users   1,000 applicants who come within a minute (15 s with --quick), think 5 to 15 s before each page, search, fill in, upload, save and
        send, a third of them signed in; one web process, one worker and the database on all cores, the users on the same.
neighbours  applicants of four authorities, as many of each; then seven times as many of one of them. What do those of the others feel?
overload  more and more applicants until no more applications are confirmed, then three times as many, then half; --control: every
        request begins at once, as if nothing protected the portal; compared with the most of the portal itself, which is found first.
slow-clients  600 connections (--connections) that send headers, send a body or read as slowly as they can, or ask a thousand times, beside applicants.`;

const { values } = parseArgs({
  options: {
    help: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    only: { type: "string", multiple: true, default: [] },
    million: { type: "boolean", default: false },
    users: { type: "string" },
    minutes: { type: "string" },
    tenants: { type: "string" },
    submissions: { type: "string" },
    data: { type: "string" },
    control: { type: "boolean", default: false },
    connections: { type: "string" },
    write: { type: "boolean", default: false },
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

const unknownPart = values.only.find(
  (only) => ![...parts, ...longParts].some((part) => part === only),
);
if (values.help) console.log(help);
else if (unknownPart !== undefined) {
  console.error(
    `bench: there is no part "${unknownPart}"; --help lists them, and --only may be given more than once`,
  );
  process.exitCode = 2;
} else await main();

async function main(): Promise<void> {
  console.log(
    `${String(cpus().length)} × ${cpus()[0]?.model ?? "processor"}\n`,
  );
  const table = await gatherRows(tableRows(), note);
  const own = await gatherRows(ownRows(), note);
  const rows = [...table.rows, ...own.rows];
  printTable(rows);
  if (values.json !== undefined)
    await writeFile(values.json, `${JSON.stringify(rows, undefined, 2)}\n`);
  // Rough figures take no place of others.
  if (table.rows.length > 0 && !values.quick)
    await keep(tableReport(await readFigures(docs, "table"), table.rows));
  for (const fault of [...table.faults, ...own.faults]) {
    console.error("\nThe rest was not measured:", fault);
    process.exitCode = 1;
  }
}

/** Parts that stand in one table. */
async function* tableRows(): AsyncGenerator<Row> {
  if (isWanted("start")) yield* await startRows();
  if (values.only.includes("restore"))
    yield* await restoreFigures(
      grownSize(values.quick ? quickGrowth.small : wholeGrowth.small),
      note,
    );
  if (!parts.some((part) => part !== "start" && isWanted(part))) return;
  const site = await openSite({ profileFolder: values.profile });
  try {
    yield* siteRows(site);
  } finally {
    await site.close();
  }
}

/** Parts with a report of their own. */
async function* ownRows(): AsyncGenerator<Row> {
  if (values.only.includes("growth")) yield* await measureGrowth();
  if (values.only.includes("users")) yield* await measureUsers();
  if (values.only.includes("neighbours")) yield* await measureNeighbours();
  yield* overloadRows(values, note);
}

function isWanted(part: Part): boolean {
  return values.only.length === 0 || values.only.includes(part);
}

/** As asked for. */
function grownSize(usual: GrowthSize): GrowthSize {
  const { tenants = usual.tenants, submissions = usual.submissions } = values;
  return { tenants: Number(tenants), submissions: Number(submissions) };
}

async function measureGrowth(): Promise<readonly Row[]> {
  const effort = values.quick ? quickGrowth : wholeGrowth;
  const result = await growthFigures(
    { ...effort, large: grownSize(effort.large) },
    { folder: values.data, report: note },
  );
  await keep(growthReport(result));
  return growthRows(result);
}

async function measureUsers(): Promise<readonly Row[]> {
  const { users = "1000", minutes = values.quick ? "0.5" : "5" } = values;
  const result = await usersFigures(
    {
      users: Number(users),
      rampSeconds: values.quick ? 15 : 60,
      measuredSeconds: Number(minutes) * 60,
    },
    note,
  );
  await keep(usersReport(result));
  return usersRows(result);
}

function measureNeighbours(): Promise<readonly Row[]> {
  const { users = "40", minutes = values.quick ? "0.5" : "1" } = values;
  return neighbourFigures(
    {
      users: Number(users),
      rampSeconds: values.quick ? 10 : 20,
      measuredSeconds: Number(minutes) * 60,
      rounds: values.quick ? 1 : 2,
    },
    note,
  );
}

/** What takes long says how far it is. */
function note(line: string): void {
  console.log(`${new Date().toISOString().slice(11, 19)} ${line}`);
}

async function keep(report: Report): Promise<void> {
  if (values.write) await writeReport(docs, report);
}

async function* siteRows(site: Site): AsyncGenerator<Row> {
  // First: what other parts leave behind is not counted.
  if (isWanted("memory")) yield* await memoryRows(site);
  if (isWanted("page"))
    yield comparisonRow("public service page", {
      comparison: await comparePublicPage(site, effort.rounds),
      goal: 0.7,
      limit: "node:http, same bytes",
    });
  if (isWanted("step")) yield* await stepRows(site, effort.rounds);
  if (isWanted("figures")) yield* figureRows(site, effort.runs);
  if (isWanted("vorgaenge")) yield* await vorgangRows(site);
  if (isWanted("search")) yield await searchRow(site);
  if (isWanted("delivery")) yield* await deliveryRows(site, effort.deliveries);
  // Last: it lets the portal use all cores.
  if (isWanted("submit")) yield await submitRow(site);
}

async function stepRows(site: Site, rounds: Rounds): Promise<Row[]> {
  const steps = await compareFormStep(site, rounds);
  return steps.map(({ method, manner, statements, comparison }) =>
    comparisonRow(`form step, ${method}, against ${manner}`, {
      comparison,
      goal: manner === "one-by-one" ? 0.6 : undefined,
      limit: `Fastify, same ${String(statements)} statements`,
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
