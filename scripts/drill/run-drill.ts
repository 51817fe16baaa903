import { cp, readdir } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { connectOrStartEmbeddedPostgres } from "../../src/platform/embedded-postgres/index.ts";
import {
  killKinds,
  type ChildPortal,
  type KillKind,
} from "../../src/main/testing/child-portal.ts";
import {
  compare,
  deliveryFolder,
  waitUntilDelivered,
  type CompareInput,
  type Finding,
} from "./compare.ts";
import { newLedger, type Ledger } from "./ledger.ts";
import { writeApplications } from "./write-applications.ts";

/** One kill under load. */
export type Round = {
  readonly kind: KillKind;
  readonly acknowledged: number;
  readonly cutOff: number;
  /** The longest time around the kill in which nobody saw a confirmation. */
  readonly gapMs: number;
};

export type DrillInput = {
  readonly portal: ChildPortal;
  readonly rounds: number;
  readonly writers: number;
  /** How long the writers work before each kill, at most; the moment is drawn. */
  readonly workMs: number;
  readonly onRound?: (round: Round) => void;
};

export type DrillResult = {
  readonly rounds: readonly Round[];
  readonly ledger: Ledger;
};

/** On a machine with forty programs for two cores three minutes were too short. */
const backWithinMs = 420_000;

/** Kills each part in turn while writers work. The portal must be ready; it is ready again afterwards. */
export async function runRounds(input: DrillInput): Promise<DrillResult> {
  const ledger = newLedger();
  const stopping = new AbortController();
  const losing = new AbortController();
  const writers = Array.from({ length: input.writers }, (_, index) =>
    writeApplications({
      portal: input.portal,
      name: `w${String(index)}`,
      ledger,
      signal: stopping.signal,
      lost: losing.signal,
    }),
  );
  const rounds: Round[] = [];
  try {
    for (let index = 0; index < input.rounds; index += 1) {
      const kind = killKinds[index % killKinds.length] ?? "tree";
      const round = await runRound(input, kind, ledger);
      rounds.push(round);
      input.onRound?.(round);
    }
  } catch (error) {
    // Otherwise the writers would wait for the portal, and the fault would never be told.
    losing.abort();
    throw error;
  } finally {
    stopping.abort();
    await Promise.all(writers);
  }
  return { rounds, ledger };
}

async function runRound(
  { portal, workMs, writers }: DrillInput,
  kind: KillKind,
  ledger: Ledger,
): Promise<Round> {
  const { acknowledged, cutOff } = ledger;
  const first = acknowledged.length;
  await waitForAcknowledgements(ledger, 1);
  await sleep(Math.random() * workMs);
  const lastBefore = acknowledged.length - 1;
  await portal.kill(kind);
  if (kind !== "database") await portal.start();
  // An answer may still be under way: everybody was served again when each got one more.
  await waitForAcknowledgements(ledger, 2 * writers);
  return {
    kind,
    acknowledged: acknowledged.length - first,
    cutOff: ledger.cutOff - cutOff,
    gapMs: longestGapMs(acknowledged.slice(lastBefore)),
  };
}

/** The longest time between two confirmations. */
export function longestGapMs(acknowledged: Ledger["acknowledged"]): number {
  const gaps = acknowledged.map(
    ({ atMs }, index) => atMs - (acknowledged[index - 1]?.atMs ?? atMs),
  );
  return Math.max(...gaps);
}

/** Waits until so many more were confirmed. */
export async function waitForAcknowledgements(
  ledger: Ledger,
  wanted: number,
): Promise<void> {
  const enough = ledger.acknowledged.length + wanted;
  const deadline = performance.now() + backWithinMs;
  while (ledger.acknowledged.length < enough) {
    if (performance.now() > deadline)
      throw new Error(
        `no confirmations any more, but: ${JSON.stringify([...ledger.troubles])}`,
      );
    await sleep(10);
  }
}

/** Waits for the back office and compares. The portal runs. */
export async function judge(
  portal: ChildPortal,
  ledger: Ledger,
  prepare: (input: CompareInput) => Promise<void> = () => Promise.resolve(),
): Promise<Finding[]> {
  const server = await connectOrStartEmbeddedPostgres({
    dataDir: portal.dataDir,
  });
  const database = new pg.Client(server.address);
  await database.connect();
  try {
    await waitUntilDelivered(database, 600_000);
    await prepare({ portal, database, ledger });
    return await compare({ portal, database, ledger });
  } finally {
    await database.end();
    await server.stop();
  }
}

/** The negative control: takes one acknowledged application out of the database and hands another one over twice. The comparison must see both. */
export async function spoil({
  portal,
  database,
  ledger,
}: CompareInput): Promise<void> {
  // What was sent is kept by a trigger, whoever asks.
  await database.query("set session_replication_role = replica");
  await database.query(
    "delete from submissions.submission where reference = $1",
    [ledger.acknowledged.at(-1)?.reference],
  );
  await database.query("set session_replication_role = default");
  const folder = deliveryFolder(portal);
  const [name] = (await readdir(folder)).filter(
    (entry) => !entry.startsWith("."),
  );
  if (name === undefined) throw new Error("nothing was handed over");
  await cp(path.join(folder, name), path.join(folder, `${name}-again`), {
    recursive: true,
  });
}
