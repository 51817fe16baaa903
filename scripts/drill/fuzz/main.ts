import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { demoLogins } from "../../../src/modules/staff/demo/seed-staff-demo.ts";
import {
  childPortal,
  type ChildPortal,
} from "../../../src/main/testing/child-portal.ts";
import { freePort } from "../../../src/main/testing/free-port.ts";
import { addSeed } from "../../../src/main/testing/fuzz/seeds.ts";
import { targets } from "../../../src/main/testing/fuzz/targets.ts";
import { cookiesOf, visitorOf } from "../../../src/main/testing/visitor.ts";
import { commandOf } from "../faults/report.ts";
import { keepReport } from "../keep-report.ts";
import { endWhenAsked } from "../rolling/running-program.ts";
import { guidedDrill } from "./guided.ts";
import { fuzzFigures, fuzzReport, isGood } from "./report.ts";
import { findPlanted, runFuzz } from "./run-fuzz.ts";
import { signInStaff } from "../sign-in-staff.ts";

const help = `Gives changed samples to every reader of what strangers send (XML, SAML, tokens, multipart, names, files, headers),
and changed requests over sockets to the real portal as a process of its own. No fault, no hang, no memory kept,
no 5xx, no stack trace. Faults planted as a control must be found out. The exit code is 1 when a promise was broken.

  npm run drill -- fuzz [options]

  --cases <number>    for all readers together (default 1000000); 1,000 requests for each 50,000
  --minutes <number>  no new round of 50,000 cases after it (default 30)
  --seed <number>     of the first round, to have a run again (default: drawn from the clock)
  --report <file>     writes the result as Markdown, and beside it as JSON
  --guided            readers only, each in a process of its own, guided by the blocks of the program that ran: what reached a new one is
                      changed further. The minutes are shared among them
  --only <name>       with --guided: this reader alone
  --write             with --guided: what broke a reader, made small, goes to src/main/testing/fuzz/seeds.json, with which each run begins
  --help

SIGINT ends it after the round of that time, with a report; a second one at once.
`;

/** `npm run drill -- fuzz` */
export async function fuzzDrill(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      help: { type: "boolean", short: "h", default: false },
      cases: { type: "string", default: "1000000" },
      minutes: { type: "string", default: "30" },
      seed: { type: "string" },
      report: { type: "string" },
      guided: { type: "boolean", default: false },
      only: { type: "string" },
      write: { type: "boolean", default: false },
    },
  });
  const seed = Number(values.seed ?? Math.floor(Date.now() / 1000));
  const cases = Number(values.cases);
  const minutes = Number(values.minutes);
  if (values.help || !isReadable({ cases, minutes, seed })) {
    console.log(help);
    if (!values.help) process.exitCode = 1;
    return;
  }
  const command = commandOf("fuzz", words);
  if (values.guided) {
    await guided({ command, seed, minutes, only: values.only }, values);
    return;
  }
  const result = {
    command,
    ...(await inTemporaryPortal((portal, asked) =>
      drill(portal, { cases, minutes, seed, asked }),
    )),
  };
  const report = fuzzReport(result);
  console.log(report);
  await keepReport(values.report, report, fuzzFigures(result));
  process.exitCode = isGood(result) ? 0 : 1;
}

const isReadable = ({ cases, minutes, seed }: Omit<Options, "asked">) =>
  cases > 0 && minutes > 0 && Number.isSafeInteger(seed) && seed >= 0;

async function guided(
  input: Parameters<typeof guidedDrill>[0],
  { report, write }: { readonly report?: string; readonly write: boolean },
): Promise<void> {
  const { text, isKept, ...figures } = await guidedDrill(input);
  const { told } = figures;
  console.log(text);
  await keepReport(report, text, { ...input, isKept, ...figures });
  if (write)
    for (const { name, failures } of told)
      for (const { input: broken } of failures) addSeed(name, broken);
  process.exitCode = isKept ? 0 : 1;
}

async function inTemporaryPortal<Result>(
  use: (portal: ChildPortal, asked: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "orh-fuzz-"));
  const portal = childPortal(dataDir, await freePort());
  const asked = endWhenAsked(() => portal.stop());
  try {
    await portal.start();
    return await use(portal, asked);
  } finally {
    await portal.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

type Options = {
  readonly cases: number;
  readonly minutes: number;
  readonly seed: number;
  /** To come to an end. */
  readonly asked: AbortSignal;
};

async function drill(
  portal: ChildPortal,
  { cases, minutes, seed, asked }: Options,
) {
  const planted = await findPlanted(seed);
  const begun = performance.now();
  const { sums, rounds } = await runFuzz(
    targets,
    { ...portal, cookie: await cookieOfStaff(portal) },
    { cases, seed, endsAtMs: Date.now() + minutes * 60_000, asked },
  );
  await portal.waitUntilReady();
  return {
    seed,
    planted,
    sums,
    rounds,
    seconds: (performance.now() - begun) / 1000,
    faults: await faultsIn(portal.logFile),
  };
}

/** A session of a caseworker, so that more than the sign-in is reached. */
async function cookieOfStaff(portal: ChildPortal): Promise<string> {
  const visitor = visitorOf(portal, "schwerin");
  const [login] = demoLogins({ kind: "stadt", slug: "schwerin" });
  if (!login) throw new Error("the demo has no caseworker");
  await signInStaff(visitor, login.login);
  return cookiesOf(visitor.cookies);
}

async function faultsIn(logFile: string): Promise<readonly string[]> {
  const lines = (await readFile(logFile, "utf8")).split("\n");
  return lines.filter((line) => /"level":(?:50|60)\b/u.test(line));
}
