import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { newId } from "../values/id.ts";
import type { DatabaseAddress } from "./database.ts";

export type ListenOptions = {
  readonly channel: string;
  /** What somebody said after their commit. */
  readonly onWord: (word: string) => void;
  /** True from when words are sure to arrive; false as soon as they may get lost. */
  readonly onHearing: (isHearing: boolean) => void;
  /** How often the way is tried, and how long a try may take. */
  readonly tryEveryMs?: number;
};

export type Listening = { close(): Promise<void> };

const longestPauseMs = 500;

/**
 * Hears what is said on a channel (LISTEN), on a connection of its own. It counts as hearing only while its own words come back: that finds
 * broken connections, half-open ones, and poolers between that pass no words on. Never throws; tries again until closed.
 */
export function listenOn(
  address: DatabaseAddress,
  { tryEveryMs = 5_000, ...options }: ListenOptions,
): Listening {
  const closing = new AbortController();
  const run = async () => {
    while (!closing.signal.aborted) {
      await hear(address, { ...options, tryEveryMs }, closing.signal);
      await wait(Math.min(longestPauseMs, tryEveryMs), closing.signal);
    }
  };
  const running = run();
  return {
    close: async () => {
      closing.abort();
      await running;
    },
  };
}

/** One connection, until it is lost or closed. */
async function hear(
  address: DatabaseAddress,
  options: Required<ListenOptions>,
  closed: AbortSignal,
): Promise<void> {
  const client = new pg.Client({
    ...address,
    application_name: "openrathaus listening",
    connectionTimeoutMillis: options.tryEveryMs,
    query_timeout: options.tryEveryMs,
  });
  const lost = new AbortController();
  for (const event of ["error", "end"] as const)
    client.on(event, () => {
      lost.abort();
    });
  try {
    await client.connect();
    await probe(client, options, AbortSignal.any([closed, lost.signal]));
  } catch {
    // Whatever broke it, the next connection tries again.
  } finally {
    options.onHearing(false);
    await client.end().catch(() => undefined);
  }
}

const probePrefix = "probe ";

/** Says a word of its own from time to time, and goes on while it comes back. */
async function probe(
  client: pg.Client,
  { channel, onWord, onHearing, tryEveryMs }: Required<ListenOptions>,
  stopped: AbortSignal,
): Promise<void> {
  let heard = "";
  client.on("notification", ({ payload = "" }) => {
    if (payload.startsWith(probePrefix)) heard = payload;
    else onWord(payload);
  });
  await client.query(`listen ${pg.escapeIdentifier(channel)}`);
  let isHearing = false;
  while (!stopped.aborted) {
    const word = probePrefix + newId();
    await client.query("select pg_notify($1, $2)", [channel, word]);
    const until = performance.now() + tryEveryMs;
    while (heard !== word && performance.now() < until) await wait(20, stopped);
    if (heard !== word) return;
    if (!isHearing) onHearing((isHearing = true));
    await wait(tryEveryMs, stopped);
  }
}

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  pause(ms, undefined, { signal, ref: false }).catch(() => undefined);
