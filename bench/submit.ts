import { draftKey } from "./draft-key.ts";
import { unpin } from "./child-process.ts";
import { compare, type Comparison } from "./compare.ts";
import {
  antragPath,
  draftId,
  fillInOnce,
  type Filled,
  formHeaders,
  seedDrafts,
} from "./drafts.ts";
import type { Transaction } from "./bare-answers.ts";
import { runWithPg } from "./run-with-pg.ts";
import {
  findPgbench,
  identity,
  pgbenchScript,
  runPgbench,
  seedNumberedDrafts,
  type Changing,
} from "./pgbench.ts";
import { countStatements, record, type Recording } from "./record.ts";
import { measureLoad, type Measured } from "./run-load.ts";
import type { Site } from "./site.ts";

const clients = 16;
const url = `${antragPath}/senden`;

export type SubmitComparison = {
  readonly statements: number;
  /** What was compared with. */
  readonly limit: string;
  readonly comparison: Comparison;
};

type Size = { readonly rounds: number; readonly perRound: number };

/** Sending an application, the whole request, against pgbench with the same statements. */
export async function compareSubmit(
  site: Site,
  { rounds, perRound }: Size,
): Promise<SubmitComparison> {
  // pgbench and the database use all cores as well.
  unpin(site.server);
  const filled = await fillInOnce(site);
  const body = `bestaetigung=true&stand=${String(filled.revision)}`;
  const transactions = await recordTwo(site, filled, body);
  const hasPgbench = await findPgbench();
  const limit = bareSubmits(site, {
    script: pgbenchScript(transactions.first, changingValues(transactions)),
    runScript: hasPgbench ? runPgbench : runWithPg,
    perRound,
  });
  const portal = async (round: number) => {
    const series = `submit-${String(round)}`;
    await seedDrafts(site, filled, { series, count: perRound });
    return submitAll(site, body, { series, perRound });
  };
  await limit(-1);
  await portal(-1);
  return {
    statements: transactions.first.flat().length,
    limit: hasPgbench
      ? "pgbench, 16 clients"
      : "bare pg, 16 connections (no pgbench here)",
    comparison: await compare(rounds, { portal, limit }),
  };
}

type TwoRecordings = {
  readonly first: readonly Transaction[];
  readonly second: readonly Transaction[];
};

/** Of so many the two with the fewest statements: in others something kept was read anew. */
const recorded = 6;

/** Ids as they stand in what is recorded. */
const recordedDrafts: ReadonlySet<string> = new Set(
  Array.from({ length: recorded }, (_, index) =>
    identity(draftId("recorded", index)),
  ),
);

/** Two, so that what differs between submissions can be told from what does not. */
async function recordTwo(
  site: Site,
  filled: Filled,
  payload: string,
): Promise<TwoRecordings> {
  await seedDrafts(site, filled, { series: "recorded", count: recorded });
  await seedDrafts(site, filled, { series: "template", count: 1 });
  const recordings: Recording[] = [];
  for (let index = 0; index < recorded; index += 1) {
    const key = draftKey("recorded", index);
    recordings.push(await record(site, { method: "POST", url, key, payload }));
  }
  const [first, second] = recordings.toSorted(
    (one, other) => countStatements(one) - countStatements(other),
  );
  if (!first || !second || countStatements(first) !== countStatements(second))
    throw new Error("bench: no two applications sent the same statements");
  if (!String(first.answer.headers.location).endsWith("/gesendet"))
    throw new Error("bench: the application was not sent");
  return { first: first.transactions, second: second.transactions };
}

function bareSubmits(
  site: Site,
  {
    script,
    runScript,
    perRound,
  }: {
    readonly script: string;
    readonly runScript: typeof runPgbench;
    readonly perRound: number;
  },
): (round: number) => Promise<Measured> {
  const transactionsEach = Math.ceil(perRound / clients);
  const template = draftId("template", 0);
  return async (round) => {
    const run = { clients, transactionsEach, offset: (round + 1) * 10_000 };
    await seedNumberedDrafts(site, { ...run, template });
    const perSecond = await runScript(site, script, run);
    return { perSecond, perCpuSecond: undefined };
  };
}

async function submitAll(
  site: Site,
  body: string,
  { series, perRound }: { readonly series: string; readonly perRound: number },
): Promise<Measured> {
  const { perSecond } = await measureLoad(
    site.server,
    {
      port: site.port,
      method: "POST",
      path: url,
      headers: formHeaders(site),
      body,
      connections: clients,
      amount: perRound,
      cookieSeries: series,
    },
    303,
  );
  return { perSecond, perCpuSecond: undefined };
}

/** What belongs to one submission: each such value becomes an expression of the number `n`, of the same kind and as unique. */
function changingValues({ first, second }: TwoRecordings): Changing {
  const others = second.flat();
  const changing = new Map<string, string>();
  for (const [index, { parameters }] of first.flat().entries())
    for (const [position, value] of parameters.entries()) {
      const other = others[index]?.parameters[position];
      if (identity(value) !== identity(other) && !changing.has(identity(value)))
        noteChanging(changing, value);
    }
  return changing;
}

function noteChanging(changing: Map<string, string>, value: unknown): void {
  const kind = `k${String(changing.size)}/`;
  const key = identity(value);
  if (recordedDrafts.has(key)) changing.set(key, "md5('draft/' || :n)::uuid");
  else if (Buffer.isBuffer(value) && value.length === 32)
    changing.set(
      key,
      changing.size === 0
        ? "sha256(convert_to('key/' || :n, 'UTF8'))"
        : `sha256(convert_to('${kind}' || :n, 'UTF8'))`,
    );
  else if (typeof value === "string" && /^[0-9a-f-]{36}$/.test(value))
    changing.set(key, `md5('${kind}' || :n)::uuid`);
  else if (typeof value === "string" && /^[0-9A-Z-]{13}$/.test(value))
    changing.set(key, `left(md5('${kind}' || :n), 13)`);
}
