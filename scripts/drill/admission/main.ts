import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import pg from "pg";
import { antrag } from "../../../src/main/testing/applicant.ts";
import { visitorOf } from "../../../src/main/testing/visitor.ts";
import type { DatabaseAddress } from "../../../src/platform/database/database.ts";
import { commonOptions } from "../common-options.ts";
import { areKept, printBroken, type Finding } from "../compare.ts";
import { commandOf } from "../faults/report.ts";
import { keepReport } from "../keep-report.ts";
import type { Installation } from "../rolling/installation.ts";
import { requirePrograms } from "../rolling/main.ts";
import { machine, promisesOf } from "../rolling/report.ts";
import { withInstallation } from "../rolling/with-installation.ts";
import { drilledPortal } from "../write-applications.ts";
import { comeIn, wantedForm, type Person } from "./come-in.ts";
import { judgeRun, mostInside } from "./judge-run.ts";
import { signInStaff } from "../sign-in-staff.ts";

const help = `Twenty times as many people as there are places come to one form at the same time, wait as they are told, fill in and send, on three
web processes; others look at public pages meanwhile. Needs haproxy and pgbouncer on PATH (Debian: apt-get install haproxy pgbouncer).
The exit code is 1 when more were inside than there are places, somebody was overtaken, lost their place or got no confirmation.

  npm run drill -- admission [options]

  --places <number>   how many may fill in at the same time (default 10)
  --people <number>   how many come (default: 20 times as many)
  --within <s>        all come within this time (default 5)
  --look <s>          who waits looks so often (default 3)
  --control           the office lifts the limit as soon as it was set: more are inside than there should be, and must be found
  --report <file>     writes the result as Markdown, and beside it as JSON
  --keep              keeps the folder with logs and configuration
`;

/** `npm run drill -- admission` */
export async function admissionDrill(words: readonly string[]): Promise<void> {
  const options = readOptions(words);
  if (options.help) {
    console.log(help);
    return;
  }
  requirePrograms("haproxy");
  await withInstallation(
    {
      name: "admission",
      keeps: options.keep,
      webs: 3,
      workers: 1,
      drainSeconds: 0,
      tries: "once",
    },
    (portal, address) =>
      run({ portal, address, command: commandOf("admission", words) }, options),
  );
}

function readOptions(words: readonly string[]) {
  const { values } = parseArgs({
    args: [...words],
    options: {
      ...commonOptions,
      places: { type: "string", default: "10" },
      people: { type: "string" },
      within: { type: "string", default: "5" },
      look: { type: "string", default: "3" },
      keep: { type: "boolean", default: false },
    },
  });
  return values;
}

type Options = ReturnType<typeof readOptions>;

type Stage = {
  readonly portal: Installation;
  readonly address: DatabaseAddress;
  /** What was typed. */
  readonly command: string;
};

async function run(stage: Stage, options: Options): Promise<void> {
  const { portal, address } = stage;
  const places = Number(options.places);
  const people = Number(options.people ?? 20 * places);
  const lookMs = Number(options.look) * 1000;
  await setLimit(portal, places);
  if (options.control) await liftLimit(portal);
  const alone = await lookAround(portal, sleep(10_000));
  const surprises: string[] = [];
  const arriveMs = Number(options.within) * 1000;
  const crowd = Promise.allSettled(
    Array.from({ length: people }, () =>
      comeIn({ portal, arriveMs, lookMs, surprises }),
    ),
  );
  const beside = await lookAround(portal, crowd);
  const came = await crowd;
  const persons = came.flatMap((one) =>
    one.status === "fulfilled" ? [one.value] : [],
  );
  const troubles = came.flatMap((one) =>
    one.status === "rejected" ? [String(one.reason)] : [],
  );
  const database = new pg.Client(address);
  await database.connect();
  try {
    const findings = await judgeRun(
      {
        ...{ places, persons, troubles, surprises, lookMs },
        pages: beside.times.length,
        pageFaults: beside.faults,
      },
      database,
    );
    await tell(
      { ...stage, places, people, persons, alone, beside, findings },
      options.report,
    );
  } finally {
    await database.end();
  }
}

const limits = "/verwaltung/andrang";

async function officeOf(portal: Installation) {
  const visitor = visitorOf(portal, drilledPortal);
  await signInStaff(visitor, "redaktion@schwerin.example");
  return visitor;
}

async function setLimit(portal: Installation, places: number): Promise<void> {
  const office = await officeOf(portal);
  const { status } = await office.visit(limits, {
    fields: new URLSearchParams([
      ["leistung", wantedForm],
      ["plaetze", String(places)],
    ]),
  });
  if (status !== 303)
    throw new Error(`drill: the limit is refused: ${String(status)}`);
}

async function liftLimit(portal: Installation): Promise<void> {
  const office = await officeOf(portal);
  await office.visit(`${limits}/${wantedForm}/aufheben`, { fields: {} });
}

type Looked = { readonly times: number[]; readonly faults: string[] };

/** Somebody who looks at public pages, one after the other, until something is over. */
async function lookAround(
  portal: Installation,
  over: Promise<unknown>,
): Promise<Looked> {
  const state = { isOver: false };
  void over.then(() => {
    state.isOver = true;
  });
  const looked: Looked = { times: [], faults: [] };
  const pages = ["/", "/leistungen", antrag(wantedForm).replace("/antrag", "")];
  for (let index = 0; !state.isOver; index += 1) {
    const page = pages[index % pages.length] ?? "/";
    const before = performance.now();
    const status = await visitorOf(portal, drilledPortal)
      .visit(page)
      .then(
        (answer) => answer.status,
        () => 0,
      );
    looked.times.push(performance.now() - before);
    if (status !== 200) looked.faults.push(`${page} answers ${String(status)}`);
    await sleep(100);
  }
  return looked;
}

type Told = Stage & {
  readonly places: number;
  readonly people: number;
  readonly persons: readonly Person[];
  readonly alone: Looked;
  readonly beside: Looked;
  readonly findings: readonly Finding[];
};

async function tell(told: Told, file: string | undefined): Promise<void> {
  const { persons, findings, command, places, people, alone, beside } = told;
  const waited = persons
    .map(({ askedAt, begunAt }) => (begunAt - askedAt) / 1000)
    .toSorted((a, b) => a - b);
  const figures = {
    command,
    places,
    people,
    confirmed: persons.length,
    mostInside: mostInside(persons),
    waitedSeconds: { median: at(waited, 0.5), longest: at(waited, 1) },
    publicPageMs: {
      alone: { p50: at(alone.times, 0.5), p95: at(alone.times, 0.95) },
      beside: { p50: at(beside.times, 0.5), p95: at(beside.times, 0.95) },
    },
    findings,
  };
  const report = reportOf(figures);
  console.log(`\n${report}`);
  await keepReport(file, report, figures);
  printBroken(findings);
  process.exitCode = areKept(findings) ? 0 : 1;
}

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? 0;

type Figures = {
  readonly command: string;
  readonly places: number;
  readonly people: number;
  readonly confirmed: number;
  readonly mostInside: number;
  readonly waitedSeconds: { readonly median: number; readonly longest: number };
  readonly publicPageMs: Readonly<
    Record<"alone" | "beside", { readonly p50: number; readonly p95: number }>
  >;
  readonly findings: readonly Finding[];
};

function reportOf(figures: Figures): string {
  const { command, places, people, confirmed, waitedSeconds } = figures;
  const { alone, beside } = figures.publicPageMs;
  return [
    `\`${command}\` on ${new Date().toISOString().slice(0, 10)}, ${machine()}, Node ${process.version}; three web processes behind HAProxy: ${String(people)} people for ${String(places)} places; ${String(confirmed)} confirmed, at most ${String(figures.mostInside)} inside at the same time; half of them waited ${waitedSeconds.median.toFixed(0)} s or less, the last one ${waitedSeconds.longest.toFixed(0)} s. A public page: p50 ${alone.p50.toFixed(0)} ms before, ${beside.p50.toFixed(0)} ms beside; p95 ${alone.p95.toFixed(0)} and ${beside.p95.toFixed(0)} ms.`,
    "",
    ...promisesOf(figures.findings),
    "",
  ].join("\n");
}
