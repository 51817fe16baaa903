import { setTimeout as sleep } from "node:timers/promises";
import autocannon from "autocannon";
import { newLedger, type Ledger } from "../ledger.ts";
import { drilledPortal, writeApplications } from "../write-applications.ts";
import type { Installation, Member } from "./installation.ts";

export type RollInput = {
  readonly installation: Installation;
  /** How often each process is replaced. */
  readonly rounds: number;
  readonly writers: number;
  /** Pages read in a second. */
  readonly readRate: number;
  readonly onReplaced?: (replaced: Replaced) => void;
};

/** One process that was stopped and started again under load. */
export type Replaced = {
  readonly name: string;
  readonly kind: Member["kind"];
  readonly exitCode: number | null;
  readonly stoppedMs: number;
  readonly startedMs: number;
};

export type Rolled = {
  readonly replaced: readonly Replaced[];
  readonly ledger: Ledger;
  readonly read: {
    readonly requests: number;
    /** Refused, cut off, late, or no page: each is something that a visitor saw. */
    readonly failed: number;
    /** The same by what they saw. */
    readonly failedBy: Readonly<Record<string, number>>;
    readonly slowestMs: number;
  };
  readonly proxy: Readonly<Record<string, number>>;
  readonly seconds: number;
};

const pages = ["/", "/leistungen", "/leistungen/bewohnerparkausweis"];
const breathMs = 3_000;

/** Replaces every process in turn while people read and send, as an upgrade does. */
export async function roll(input: RollInput): Promise<Rolled> {
  const { installation, rounds } = input;
  const ledger = newLedger();
  const stopping = new AbortController();
  const startedAt = performance.now();
  const reading = readPages({
    port: installation.port,
    host: `${drilledPortal}.localhost:${installation.port}`,
    rate: input.readRate,
    signal: stopping.signal,
  });
  const writing = Array.from({ length: input.writers }, (_, index) =>
    writeApplications({
      portal: installation,
      name: `w${index}`,
      ledger,
      signal: stopping.signal,
    }),
  );
  const replaced: Replaced[] = [];
  try {
    await sleep(breathMs);
    for (let round = 0; round < rounds; round += 1)
      for (const member of installation.members) {
        const one = await replace(member);
        replaced.push(one);
        input.onReplaced?.(one);
        // The proxy asks once a second whether it may send requests again.
        await sleep(breathMs);
      }
  } finally {
    stopping.abort();
  }
  await Promise.all(writing);
  return {
    replaced,
    ledger,
    read: await reading,
    proxy: await installation.proxyFigures(),
    seconds: (performance.now() - startedAt) / 1000,
  };
}

/** Asks one process to end, and starts it again. */
export async function replace(member: Member): Promise<Replaced> {
  const before = performance.now();
  const exitCode = await member.stop();
  const stopped = performance.now();
  await member.start();
  return {
    name: member.name,
    kind: member.kind,
    exitCode,
    stoppedMs: stopped - before,
    startedMs: performance.now() - stopped,
  };
}

export type PageReading = {
  readonly port: number;
  /** As browsers write it. */
  readonly host: string;
  /** Default: http. */
  readonly scheme?: "http" | "https";
  /** Pages in a second. */
  readonly rate: number;
  readonly signal: AbortSignal;
};

/** Readers with lasting connections, until told to stop. */
export function readPages({
  port,
  host,
  scheme = "http",
  rate,
  signal,
}: PageReading): Promise<Rolled["read"]> {
  return new Promise((resolve, reject) => {
    const run = autocannon(
      {
        url: `${scheme}://127.0.0.1:${port}`,
        servername: host.replace(/:\d+$/, ""),
        connections: 10,
        overallRate: rate,
        duration: 86_400,
        timeout: 20,
        headers: { host },
        requests: pages.map((path) => ({ method: "GET", path })),
      },
      (error: unknown, result) => {
        if (error) reject(error instanceof Error ? error : new Error("load"));
        else
          resolve({
            requests: result.requests.total,
            failed: result.errors + result.timeouts + result.non2xx,
            failedBy: failuresByKind(result),
            slowestMs: result.latency.max,
          });
      },
    );
    signal.addEventListener("abort", () => {
      run.stop();
    });
  });
}

function failuresByKind({
  errors,
  timeouts,
  statusCodeStats = {},
}: autocannon.Result): Record<string, number> {
  const answers = Object.entries(statusCodeStats)
    .filter(([status]) => !status.startsWith("2"))
    .map(([status, { count = 0 }]) => [`answer ${status}`, count] as const);
  return Object.fromEntries(
    [
      ["no connection", errors] as const,
      ["no answer", timeouts] as const,
      ...answers,
    ].filter(([, times]) => times > 0),
  );
}
