import { readFileSync } from "node:fs";
import type { Context } from "../../../platform/context/context.ts";
import {
  demoTenants,
  type DemoTenant,
} from "../../tenants/demo/demo-tenants.ts";
import { searchLeistungen } from "../use-cases/search/search-leistungen.ts";

/** A question of everyday life, and the Leistungen of which one must be among the first hits. */
export type EverydayQuery = {
  readonly tenant: DemoTenant;
  readonly typed: string;
  readonly expected: readonly string[];
};

export type Relevance = {
  readonly queries: number;
  /** Share of the queries that have what was expected among the first three, and as the first. */
  readonly topThree: number;
  readonly first: number;
  readonly missed: readonly (EverydayQuery & {
    readonly found: readonly string[];
  })[];
};

/** What stands in the list where nothing must be found. */
const nothing = "nothing";

/** The list of questions in `everyday-queries.txt` that somebody offers an answer to. */
export function everydayQueries(): readonly EverydayQuery[] {
  return readList().filter(({ expected }) => !expected.includes(nothing));
}

/** Those of the list that nobody offers an answer to. */
export function vainQueries(): readonly EverydayQuery[] {
  return readList().filter(({ expected }) => expected.includes(nothing));
}

function readList(): readonly EverydayQuery[] {
  const file = new URL("everyday-queries.txt", import.meta.url);
  return readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .filter(({ length }) => length === 3)
    .map(([tenant = "", typed = "", expected = ""]) => ({
      tenant: tenantOf(tenant),
      typed,
      expected: expected.split(",").map((slug) => slug.trim()),
    }));
}

function tenantOf(name: string): DemoTenant {
  if (!(name in demoTenants)) throw new Error(`no tenant ${name} in the demo`);
  return name as DemoTenant;
}

/** Towns of the county also see what the county has. */
const levels: Partial<Record<DemoTenant, readonly DemoTenant[]>> = {
  schwerin: ["schwerin"],
  lup: ["lup"],
  ludwigslust: ["ludwigslust", "lup"],
  grabow: ["grabow", "lup"],
};

/** Asks the search all questions, on a database with the demo's Leistungen. */
export async function measureRelevance(
  contextOf: (tenantId: string) => Context,
): Promise<Relevance> {
  const queries = everydayQueries();
  const missed: Relevance["missed"][number][] = [];
  let first = 0;
  for (const query of queries) {
    const hits = await ask(contextOf, query);
    const found = hits.slice(0, 3).map(({ hit }) => hit.slug);
    const isGood = (slug: string) => query.expected.includes(slug);
    if (!found.some(isGood)) missed.push({ ...query, found });
    if (found.slice(0, 1).some(isGood)) first += 1;
  }
  return {
    queries: queries.length,
    topThree: 1 - missed.length / queries.length,
    first: first / queries.length,
    missed,
  };
}

/** What somebody finds who types this in the portal of the tenant. */
export function ask(
  contextOf: (tenantId: string) => Context,
  { tenant, typed }: Pick<EverydayQuery, "tenant" | "typed">,
): ReturnType<typeof searchLeistungen> {
  const tenants = levels[tenant] ?? [];
  return searchLeistungen(
    tenants.map((it) => contextOf(demoTenants[it])),
    typed,
  );
}
