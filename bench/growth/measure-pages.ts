import { request } from "node:http";
import { cpuSeconds } from "../child-process.ts";
import { quantile } from "../compare.ts";
import { draftCookie, draftKey } from "../draft-key.ts";
import {
  antragPath,
  asOwner,
  fillInOnce,
  firstStep,
  formHeaders,
  seedDrafts,
} from "../drafts.ts";
import type { Site } from "../site.ts";
import type { FoundPage } from "./find-pages.ts";
import type { GrowthSites } from "./growth-sites.ts";

export type PageFigure = {
  readonly p50: number;
  readonly p95: number;
  /** Processor time of portal and database, each time. */
  readonly cpuMs: number | undefined;
  readonly statements: number;
};

export type ComparedPage = {
  readonly role: string;
  readonly kind: string;
  readonly small: PageFigure;
  readonly large: PageFigure;
};

/** A request that is sent again and again; undefined where a size has no such page. */
type Asked = {
  readonly role: string;
  readonly kind: string;
  readonly expected: number;
  readonly request: (run: number) => Sent;
};

type Sent = {
  readonly method: "GET" | "POST";
  readonly host: string;
  readonly path: string;
  readonly cookie: string;
  readonly body?: string;
};

const warmUps = 3;

/** Every page that both sizes have, and filling in and sending an application. */
export async function measurePages(
  { small, large }: GrowthSites,
  {
    pages,
    runs,
  }: {
    readonly pages: {
      readonly small: readonly FoundPage[];
      readonly large: readonly FoundPage[];
    };
    readonly runs: number;
  },
): Promise<readonly ComparedPage[]> {
  // One more, of which the statements are counted.
  const drafts = runs + warmUps + 1;
  const asked = {
    small: [
      ...pages.small.map(askPage),
      ...(await askForm(small.site, drafts)),
    ],
    large: [
      ...pages.large.map(askPage),
      ...(await askForm(large.site, drafts)),
    ],
  };
  const compared: ComparedPage[] = [];
  for (const one of asked.small) {
    const other = asked.large.find(({ kind }) => kind === one.kind);
    if (!other) continue;
    const page = await comparePage(
      { site: small.site, asked: one },
      { site: large.site, asked: other },
      runs,
    );
    compared.push(page);
  }
  return compared;
}

function askPage({
  role,
  kind,
  host,
  path,
  cookie,
  isShared,
}: FoundPage): Asked {
  return {
    role,
    kind,
    expected: 200,
    request: (run) => ({
      method: "GET",
      host,
      cookie,
      // Another address each time: what is kept takes no time at any size.
      path: isShared
        ? `${path}${path.includes("?") ? "&" : "?"}mal=${String(run)}`
        : path,
    }),
  };
}

const sent = "growth-sent";
const saved = "growth-saved";

async function askForm(site: Site, count: number): Promise<readonly Asked[]> {
  const filled = await fillInOnce(site);
  for (const series of [sent, saved])
    await seedDrafts(site, filled, { series, count });
  const { host } = site;
  const role = "application";
  const step = `${antragPath}/schritt/1`;
  const cookie = (series: string, run: number) =>
    draftCookie(draftKey(series, run));
  return [
    {
      role,
      kind: "show a step",
      expected: 200,
      request: (run) => ({
        method: "GET",
        host,
        path: step,
        cookie: cookie(saved, run),
      }),
    },
    {
      role,
      kind: "submit",
      expected: 303,
      request: (run) => ({
        method: "POST",
        host,
        path: `${antragPath}/senden`,
        cookie: cookie(sent, run),
        body: `bestaetigung=true&stand=${String(filled.revision)}`,
      }),
    },
    {
      role,
      kind: "save a step",
      expected: 303,
      request: (run) => ({
        method: "POST",
        host,
        path: step,
        cookie: cookie(saved, run),
        body: firstStep,
      }),
    },
  ];
}

type Place = { readonly site: Site; readonly asked: Asked };

/** In turns, so that what disturbs the machine disturbs both. */
async function comparePage(
  small: Place,
  large: Place,
  runs: number,
): Promise<ComparedPage> {
  const times = { small: new Array<number>(), large: new Array<number>() };
  const statements = {
    small: await statementsOf(small, runs + warmUps),
    large: await statementsOf(large, runs + warmUps),
  };
  for (let run = 0; run < warmUps; run += 1) {
    await send(small, run);
    await send(large, run);
  }
  const before = { small: await cpuMsOf(small), large: await cpuMsOf(large) };
  for (let run = warmUps; run < runs + warmUps; run += 1)
    for (const turn of run % 2 === 0
      ? (["small", "large"] as const)
      : (["large", "small"] as const))
      times[turn].push(await send({ small, large }[turn], run));
  const after = { small: await cpuMsOf(small), large: await cpuMsOf(large) };
  const figure = (of: "small" | "large"): PageFigure => ({
    p50: quantile(times[of], 0.5),
    p95: quantile(times[of], 0.95),
    cpuMs: difference(before[of], after[of], runs),
    statements: statements[of],
  });
  return {
    role: small.asked.role,
    kind: small.asked.kind,
    small: figure("small"),
    large: figure("large"),
  };
}

function difference(
  before: number | undefined,
  after: number | undefined,
  runs: number,
): number | undefined {
  return before === undefined || after === undefined
    ? undefined
    : (after - before) / runs;
}

/** What the portal of this process sends for it, without the bounds of transactions and the look for changed portals. */
async function statementsOf(
  { site, asked }: Place,
  run: number,
): Promise<number> {
  const { method, host, path, cookie, body = "" } = asked.request(run);
  await site.recorder.inject({ url: "/", headers: { host } });
  site.statements.length = 0;
  await site.recorder.inject({
    method,
    url: path,
    headers: { ...formHeaders(site), origin: `http://${host}`, host, cookie },
    ...(method === "POST" ? { payload: body } : {}),
  });
  return site.statements.filter(
    ({ sql }) =>
      !/^(?:begin|commit|rollback)\b|from "tenants"."authority"$/i.test(sql),
  ).length;
}

/** The portal's process and what serves it in the database. */
async function cpuMsOf({ site }: Place): Promise<number | undefined> {
  const { rows } = await asOwner<{ pid: number }>(
    site,
    "select pid from pg_stat_activity where application_name = 'openrathaus' and datname = current_database() and pid <> pg_backend_pid()",
  );
  const seconds = [
    ...(site.server.pid === undefined ? [] : [site.server.pid]),
    ...rows.map(({ pid }) => pid),
  ].map(cpuSeconds);
  return seconds.every((each) => each !== undefined)
    ? 1000 * seconds.reduce((sum, each) => sum + each, 0)
    : undefined;
}

/** A whole request, from sending it to the last byte of the answer, in ms. */
function send({ site, asked }: Place, run: number): Promise<number> {
  const { method, host, path, cookie, body = "" } = asked.request(run);
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: "127.0.0.1",
        port: site.port,
        method,
        path,
        headers: {
          ...formHeaders(site),
          origin: `http://${host}`,
          host,
          cookie,
          "content-length": Buffer.byteLength(body),
        },
      },
      (answer) => {
        answer.resume();
        answer.on("error", reject);
        answer.on("end", () => {
          if (answer.statusCode === asked.expected)
            resolve(performance.now() - start);
          else
            reject(
              new Error(`bench: ${path} gave ${String(answer.statusCode)}`),
            );
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
