import { createServer, type Server } from "node:http";
import { once } from "node:events";
import { plantedTargets } from "../../../src/main/testing/fuzz/planted.ts";
import { sendRawRequests } from "../../../src/main/testing/fuzz/raw-requests.ts";
import {
  runTarget,
  type FuzzReport,
  type FuzzTarget,
} from "../../../src/main/testing/fuzz/run-target.ts";
import type { Reachable } from "../../../src/main/testing/visitor.ts";

/** What one reader, or the running portal, was given in all rounds. */
export type Sum = Pick<
  FuzzReport,
  "name" | "cases" | "cpuSeconds" | "slowestMs" | "failures"
>;

export type Limits = {
  /** Cases for the readers in all. */
  readonly cases: number;
  /** No new round after it. */
  readonly endsAtMs: number;
  /** None after this, either. */
  readonly asked: AbortSignal;
  readonly seed: number;
};

type SharedTarget = FuzzTarget & { readonly share: number };

const casesOfRound = 50_000;
/** A request over the network costs as much as thousands of the readers' cases. */
const requestsOfRound = 1_000;

export const requestsName = "raw requests to the running portal";

/** Rounds with ever new seeds, readers and requests in turn, until the cases are done, the time is over or something broke. */
export async function runFuzz(
  targets: readonly SharedTarget[],
  portal: Reachable & { readonly cookie: string },
  limits: Limits,
): Promise<{ readonly sums: readonly Sum[]; readonly rounds: number }> {
  const sums = new Map<string, Sum>();
  const add = (sum: Sum) => {
    sums.set(sum.name, addUp(sums.get(sum.name), sum));
  };
  const rounds = Math.ceil(limits.cases / casesOfRound);
  const shares = targets.reduce((all, { share }) => all + share, 0);
  let round = 0;
  const goesOn = () => Date.now() < limits.endsAtMs && !limits.asked.aborted;
  for (; round < rounds && goesOn(); round += 1) {
    const seed = limits.seed + round;
    const cases = Math.min(casesOfRound, limits.cases - round * casesOfRound);
    for (const target of targets) {
      const own = Math.ceil((cases * target.share) / shares);
      add(await runTarget(target, { cases: own, seed }));
    }
    add(await requestsIn(portal, seed));
    if ([...sums.values()].some(({ failures }) => failures.length > 0)) break;
  }
  return { sums: [...sums.values()], rounds: round };
}

async function requestsIn(
  portal: Reachable & { readonly cookie: string },
  seed: number,
): Promise<Sum> {
  const begun = performance.now();
  const failures = await sendRawRequests(
    { portal, cookie: portal.cookie },
    { cases: requestsOfRound, seed },
  );
  return {
    name: requestsName,
    cases: requestsOfRound,
    cpuSeconds: (performance.now() - begun) / 1000,
    slowestMs: 0,
    failures,
  };
}

function addUp(before: Sum | undefined, sum: Sum): Sum {
  if (!before) return sum;
  return {
    name: sum.name,
    cases: before.cases + sum.cases,
    cpuSeconds: before.cpuSeconds + sum.cpuSeconds,
    slowestMs: Math.max(before.slowestMs, sum.slowestMs),
    failures: [...before.failures, ...sum.failures],
  };
}

/** The negative control: readers and servers that break one promise each. True: it was found out. */
export async function findPlanted(
  seed: number,
): Promise<ReadonlyMap<string, boolean>> {
  const found = new Map<string, boolean>();
  for (const target of plantedTargets()) {
    const { failures } = await runTarget(target, { cases: 3_000, seed });
    found.set(`a reader that ${target.name}`, failures.length > 0);
  }
  for (const [name, status, body] of [
    ["a server that answers 500", 500, ""],
    ["a server that shows a stack trace", 400, "E\n    at x (/a/b.ts:1:2)"],
  ] as const)
    found.set(name, await isFoundOut(status, body, seed));
  return found;
}

async function isFoundOut(
  status: number,
  body: string,
  seed: number,
): Promise<boolean> {
  const server = createServer((_, response) => {
    response.writeHead(status).end(body);
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  const port = portOf(server);
  const portal = {
    port,
    baseUrl: () => `http://schwerin.localhost:${String(port)}`,
  };
  const failures = await sendRawRequests(
    { portal, cookie: "a=b" },
    { cases: 20, seed },
  );
  server.close();
  return failures.length > 0;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string")
    throw new Error("the server listens at no port");
  return address.port;
}
