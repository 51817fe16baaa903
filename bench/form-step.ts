import { draftCookie, draftKey } from "./draft-key.ts";
import type { ChildProcess } from "node:child_process";
import type { BareRoute, BareStep, Manner } from "./bare-answers.ts";
import {
  endChild,
  firstMessage,
  serverCore,
  startChild,
} from "./child-process.ts";
import { compare, type Comparison, type Rounds } from "./compare.ts";
import {
  antragPath,
  fillInOnce,
  firstStep,
  formHeaders,
  seedDrafts,
} from "./drafts.ts";
import type { LoadRequest } from "./load-request.ts";
import { portOf } from "./public-page.ts";
import { recordAlike } from "./record.ts";
import { measureLoad } from "./run-load.ts";
import type { Site } from "./site.ts";

const drafts = 16;
const series = "step";
const path = `${antragPath}/schritt/1`;

export type StepComparison = {
  readonly method: "GET" | "POST";
  readonly statements: number;
  readonly manner: Manner;
  readonly comparison: Comparison;
};

/** One step of a form, shown and saved, against a Fastify route with the same statements and bytes. */
export async function compareFormStep(
  site: Site,
  rounds: Rounds,
): Promise<readonly StepComparison[]> {
  await seedDrafts(site, await fillInOnce(site), { series, count: drafts });
  const routes = [
    await recordRoute(site, "GET"),
    await recordRoute(site, "POST"),
  ];
  const compared: StepComparison[] = [];
  for (const manner of ["one-by-one", "pipelined"] as const)
    compared.push(...(await compareWith(site, { manner, routes, rounds })));
  return compared;
}

async function compareWith(
  site: Site,
  {
    manner,
    routes,
    rounds,
  }: {
    readonly manner: Manner;
    readonly routes: readonly BareRoute[];
    readonly rounds: Rounds;
  },
): Promise<StepComparison[]> {
  const { address, role } = site;
  const bare = startChild("bare-step.ts", { core: serverCore });
  bare.send({ address, role, routes, manner } satisfies BareStep);
  const target = { process: bare, port: portOf(await firstMessage(bare)) };
  const compared: StepComparison[] = [];
  for (const route of routes)
    compared.push({
      method: route.method,
      manner,
      statements: (route.perDraft[0] ?? []).flat().length,
      comparison: await compareRoute(site, { target, route, rounds }),
    });
  await endChild(bare);
  return compared;
}

async function recordRoute(
  site: Site,
  method: "GET" | "POST",
): Promise<BareRoute> {
  const recordings = await recordAlike(
    site,
    Array.from({ length: drafts }, (_, index) => ({
      method,
      url: path,
      key: draftKey(series, index),
      payload: firstStep,
    })),
  );
  const [first] = recordings;
  if (!first) throw new Error("bench: nothing was recorded");
  const { answer } = first;
  return {
    method,
    status: answer.statusCode,
    headers: essentialHeaders(answer.headers),
    body: answer.rawPayload,
    perDraft: recordings.map(({ transactions }) => transactions),
  };
}

/** What a bare server must say so that a browser understands the same bytes. */
function essentialHeaders(
  headers: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const names = ["content-type", "content-encoding", "location"];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers[name];
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );
}

type Route = {
  readonly target: { readonly process: ChildProcess; readonly port: number };
  readonly route: BareRoute;
  readonly rounds: Rounds;
};

async function compareRoute(
  site: Site,
  { target, route, rounds: { rounds, seconds, warmUpSeconds } }: Route,
): Promise<Comparison> {
  const request: Omit<LoadRequest, "port" | "path"> = {
    method: route.method,
    headers: formHeaders(site),
    connections: drafts,
    ...(route.method === "POST" ? { body: firstStep } : {}),
    perConnection: Array.from({ length: drafts }, (_, index) => ({
      cookie: draftCookie(draftKey(series, index)),
      "x-draft": String(index),
    })),
  };
  const portal = (duration: number) =>
    measureLoad(
      site.server,
      { ...request, port: site.port, path, seconds: duration },
      route.status,
    );
  const limit = (duration: number) =>
    measureLoad(
      target.process,
      { ...request, port: target.port, path: "/", seconds: duration },
      route.status,
    );
  await limit(warmUpSeconds);
  await portal(warmUpSeconds);
  return compare(rounds, {
    portal: () => portal(seconds),
    limit: () => limit(seconds),
  });
}
