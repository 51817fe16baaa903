import { setTimeout as sleep } from "node:timers/promises";
import type { Reachable } from "../../../src/main/testing/visitor.ts";
import { newLedger, type Ledger } from "../ledger.ts";
import { readPages, type Rolled } from "../rolling/roll.ts";
import { drilledPortal, writeApplications } from "../write-applications.ts";
import { baseDomain, webPort } from "./overlay.ts";

/** The Service, as the node gives it to the outside. */
export const service: Reachable = {
  port: webPort,
  baseUrl: (label) => `http://${label === "" ? "" : `${label}.`}${baseDomain}`,
};

export type Load = {
  /** Makes what these people send differ from what others do. */
  readonly name: string;
  readonly writers: number;
  /** Pages in a second. */
  readonly rate: number;
};

export type Loaded = {
  readonly ledger: Ledger;
  readonly read: Rolled["read"];
  readonly seconds: number;
};

const breathMs = 5_000;

/** Lets people read and send while something is done to the cluster. */
export async function underLoad(
  { name, writers, rate }: Load,
  work: () => Promise<void>,
): Promise<Loaded> {
  const ledger = newLedger();
  const stopping = new AbortController();
  const startedAt = performance.now();
  const reading = readPages({
    port: service.port,
    host: new URL(service.baseUrl(drilledPortal)).host,
    rate,
    signal: stopping.signal,
  });
  const writing = Array.from({ length: writers }, (_, index) =>
    writeApplications({
      portal: service,
      name: `${name}${String(index)}`,
      ledger,
      signal: stopping.signal,
    }),
  );
  try {
    await sleep(breathMs);
    await work();
    await sleep(breathMs);
  } finally {
    stopping.abort();
  }
  await Promise.all(writing);
  return {
    ledger,
    read: await reading,
    seconds: (performance.now() - startedAt) / 1000,
  };
}
