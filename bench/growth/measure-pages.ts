import { request } from "node:http";
import { quantile } from "../compare.ts";
import { formHeaders } from "../drafts.ts";
import { processorMsOf, processorTimesOf } from "../processor-times.ts";
import type { Site } from "../site.ts";
import { askForm, askPage, type Asked } from "./ask-pages.ts";
import type { FoundPage } from "./find-pages.ts";
import { isMissed } from "./growth-goal.ts";
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

const warmUps = 3;

/** As many times as often a page is asked for that misses the goal, to tell it from chance. */
export const askedAgain = 4;

/** Every page that both sizes have, and filling in and sending an application. What misses the goal counts as it is when asked for more often. */
export async function measurePages(
  { small, large }: GrowthSites,
  {
    pages,
    runs,
    report,
  }: {
    readonly pages: FoundPages;
    readonly runs: number;
    readonly report: (line: string) => void;
  },
): Promise<readonly ComparedPage[]> {
  const first = { from: 0, runs };
  const again = { from: afterwards(first), runs: runs * askedAgain };
  const drafts = afterwards(again);
  const pairs = inPairs(
    {
      site: small.site,
      all: [
        ...pages.small.map(askPage),
        ...(await askForm(small.site, drafts)),
      ],
    },
    {
      site: large.site,
      all: [
        ...pages.large.map(askPage),
        ...(await askForm(large.site, drafts)),
      ],
    },
  );
  const all = await comparePages(pairs, first);
  const missed = new Set(all.filter(isMissed).map(({ kind }) => kind));
  report(
    `${String(missed.size)} of ${String(all.length)} above the goal; these ${String(again.runs)} times`,
  );
  const more = await comparePages(
    pairs.filter(
      ({
        small: {
          asked: { kind },
        },
      }) => missed.has(kind),
    ),
    again,
  );
  return all.map((page) => more.find(({ kind }) => kind === page.kind) ?? page);
}

/** Of each size. */
type FoundPages = {
  readonly small: readonly FoundPage[];
  readonly large: readonly FoundPage[];
};

/** Runs have numbers, each of its own: a draft is sent once. */
type Rounds = { readonly from: number; readonly runs: number };

/** The first number that is free: warming up comes before, counting statements after. */
function afterwards({ from, runs }: Rounds): number {
  return from + warmUps + runs + 1;
}

type Place = { readonly site: Site; readonly asked: Asked };
type Pair = { readonly small: Place; readonly large: Place };

type Places = { readonly site: Site; readonly all: readonly Asked[] };

/** What both sizes have. */
function inPairs(small: Places, large: Places): readonly Pair[] {
  return small.all.flatMap((one) => {
    const other = large.all.find(({ kind }) => kind === one.kind);
    return other
      ? [
          {
            small: { site: small.site, asked: one },
            large: { site: large.site, asked: other },
          },
        ]
      : [];
  });
}

async function comparePages(
  pairs: readonly Pair[],
  rounds: Rounds,
): Promise<readonly ComparedPage[]> {
  const compared: ComparedPage[] = [];
  for (const pair of pairs) compared.push(await comparePage(pair, rounds));
  return compared;
}

/** In turns, so that what disturbs the machine disturbs both. */
async function comparePage(
  { small, large }: Pair,
  { from, runs }: Rounds,
): Promise<ComparedPage> {
  const start = from + warmUps;
  const times = { small: new Array<number>(), large: new Array<number>() };
  const statements = {
    small: await statementsOf(small, start + runs),
    large: await statementsOf(large, start + runs),
  };
  for (let run = from; run < start; run += 1) {
    await send(small, run);
    await send(large, run);
  }
  const before = {
    small: await timesOf(small),
    large: await timesOf(large),
  };
  for (let run = start; run < start + runs; run += 1)
    for (const turn of run % 2 === 0
      ? (["small", "large"] as const)
      : (["large", "small"] as const))
      times[turn].push(await send({ small, large }[turn], run));
  const after = {
    small: await timesOf(small),
    large: await timesOf(large),
  };
  const figure = (of: "small" | "large"): PageFigure => ({
    p50: quantile(times[of], 0.5),
    p95: quantile(times[of], 0.95),
    cpuMs: processorMsOf({ before: before[of], after: after[of] }, runs),
    statements: statements[of],
  });
  return {
    role: small.asked.role,
    kind: small.asked.kind,
    small: figure("small"),
    large: figure("large"),
  };
}

const timesOf = ({ site }: Place) => processorTimesOf(site, site.server.pid);

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
