import { setTimeout } from "node:timers/promises";
import pg from "pg";
import type { DatabaseAddress } from "../src/platform/database/database.ts";
import { contentOf } from "../src/modules/catalogue/demo/demo-leistung.ts";
import { demoTextsOf } from "../src/modules/catalogue/demo/demo-texts.ts";
import { indexOf } from "../src/modules/catalogue/domain/search/search-index.ts";
import { everydayQueries } from "../src/modules/catalogue/testing/relevance.ts";
import { demoTenants } from "../src/modules/tenants/demo/demo-tenants.ts";
import { trigramsOf } from "../src/platform/values/trigrams.ts";
import { quantile } from "./compare.ts";
import type { Site } from "./site.ts";
import { visit } from "./visit.ts";

export type SearchEffort = {
  /** In the catalogue that is searched. */
  readonly leistungen: number;
  /** Further tenants, each with twenty Leistungen. */
  readonly tenants: number;
  readonly searches: number;
};

export const quickSearch: SearchEffort = {
  leistungen: 2_000,
  tenants: 100,
  searches: 500,
};

export const wholeSearch: SearchEffort = {
  leistungen: 20_000,
  tenants: 1_000,
  searches: 3_000,
};

export type SearchFigures = {
  readonly name: string;
  readonly p95: number;
  readonly detail: string;
};

const users = 50;
/** Between two searches of one user. */
const thinkMs = 1_000;

/** Fills catalogues, then lets users search at the same time; each asks for something else, so that no page is kept. */
export async function searchUnderLoad(
  site: Site,
  effort: SearchEffort,
): Promise<SearchFigures> {
  const { leistungen, tenants, searches } = effort;
  await fill(site.address, effort);
  const words = everydayQueries()
    .filter(({ tenant }) => tenant === "schwerin")
    .map(({ typed }) => typed);
  const times: number[] = [];
  const start = performance.now();
  await Promise.all(
    Array.from({ length: users }, async (_, user) => {
      await setTimeout((thinkMs * user) / users);
      for (let round = 0; round < searches / users; round += 1) {
        const typed = words[(user * 7 + round) % words.length] ?? "";
        const q = `${typed} ${"q".repeat((round % 5) + 1)}${String(user)}`;
        const began = performance.now();
        await visit(site.port, {
          host: site.host,
          path: `/leistungen?${new URLSearchParams({ q }).toString()}`,
        });
        const took = performance.now() - began;
        // Those of the first round warm up.
        if (round > 0) times.push(took);
        await setTimeout(Math.max(0, thinkMs - took));
      }
    }),
  );
  const perSecond = searches / ((performance.now() - start) / 1000);
  return {
    name: `search, ${String(leistungen)} Leistungen, ${String(users)} users, p95`,
    p95: quantile(times, 0.95),
    detail: `p50 ${quantile(times, 0.5).toFixed(1)} ms, ${perSecond.toFixed(0)} searches/s; ${String(tenants)} further tenants`,
  };
}

async function fill(
  address: DatabaseAddress,
  { leistungen, tenants }: SearchEffort,
): Promise<void> {
  const owner = new pg.Client(address);
  await owner.connect();
  try {
    await copyRows(owner, leistungen);
    await spreadOverTenants(owner, tenants);
    await writeVocabulary(owner);
    for (const table of ["leistung", "search_entry", "search_trigram"])
      await owner.query(`vacuum (analyze) catalogue.${table}`);
  } finally {
    await owner.end();
  }
}

/** The demo's Leistungen again and again, each time under names of their own. */
async function copyRows(owner: pg.Client, count: number): Promise<void> {
  const columns = await columnsOf(owner);
  const copied = columns.filter((name) => !["id", "slug"].includes(name));
  await owner.query(
    `insert into catalogue.leistung (id, slug, ${copied.join(", ")})
     select gen_random_uuid(), slug || '-' || again.number, ${copied.join(", ")}
     from catalogue.leistung
     cross join generate_series(1, $2::int) as again (number)
     where tenant_id = $1 and featured_position is null
     limit $3`,
    [demoTenants.schwerin, Math.ceil(count / 100), count],
  );
  await writeEntries(owner);
}

async function columnsOf(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ column_name: string }>(
    `select column_name from information_schema.columns
     where table_schema = 'catalogue' and table_name = 'leistung' and is_generated = 'NEVER'`,
  );
  return rows.map(({ column_name }) => column_name);
}

/** Each copy has the words of its original, and one word of its own. */
async function writeEntries(owner: pg.Client): Promise<void> {
  const words = demoTextsOf(demoTenants.schwerin).flatMap(({ leistung }) =>
    [...indexOf(contentOf(leistung)).weights].map(([stem, weight]) => ({
      slug: leistung.slug,
      stem,
      weight,
    })),
  );
  await owner.query(
    `insert into catalogue.search_entry (tenant_id, stem, leistung_id, weight)
     select leistung.tenant_id, given.stem, leistung.id, given.weight
     from unnest($2::text[], $3::text[], $4::int[]) as given (slug, stem, weight)
     join catalogue.leistung on leistung.tenant_id = $1
       and regexp_replace(leistung.slug, '-\\d+$', '') = given.slug and leistung.slug ~ '-\\d+$'
     on conflict do nothing`,
    [
      demoTenants.schwerin,
      words.map(({ slug }) => slug),
      words.map(({ stem }) => stem),
      words.map(({ weight }) => weight),
    ],
  );
  await owner.query(
    `insert into catalogue.search_entry (tenant_id, stem, leistung_id, weight)
     select tenant_id, 'eigenwort' || substr(id::text, 1, 6), id, 7
     from catalogue.leistung where tenant_id = $1 and slug ~ '-\\d+$'
     on conflict do nothing`,
    [demoTenants.schwerin],
  );
}

/** Other tenants have twenty Leistungen each, with the same words. */
async function spreadOverTenants(
  owner: pg.Client,
  tenants: number,
): Promise<void> {
  const leistung = (await columnsOf(owner)).filter(
    (name) => name !== "tenant_id",
  );
  const twenty = `(select id from catalogue.leistung where tenant_id = $1 order by slug limit 20)`;
  for (const [table, columns, which] of [
    ["leistung", leistung.join(", "), `id in ${twenty}`],
    ["search_entry", "stem, leistung_id, weight", `leistung_id in ${twenty}`],
    ["search_trigram", "trigram, stem", "stem not like 'eigenwort%'"],
  ] as const)
    await owner.query(
      `insert into catalogue.${table} (tenant_id, ${columns})
       select md5('tenant ' || number)::uuid, ${columns}
       from (select ${columns} from catalogue.${table} where tenant_id = $1 and ${which} limit 1500) as few
       cross join generate_series(1, $2::int) as again (number)
       on conflict do nothing`,
      [demoTenants.schwerin, tenants],
    );
}

/** The words of their own are found by parts and with typing errors, too. */
async function writeVocabulary(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ stem: string }>(
    `select distinct stem from catalogue.search_entry where tenant_id = $1 and stem like 'eigenwort%'`,
    [demoTenants.schwerin],
  );
  const pairs = rows.flatMap(({ stem }) =>
    trigramsOf(stem).map((trigram) => ({ stem, trigram })),
  );
  await owner.query(
    `insert into catalogue.search_trigram (tenant_id, trigram, stem)
     select $1::uuid, given.* from unnest($2::text[], $3::text[]) as given on conflict do nothing`,
    [
      demoTenants.schwerin,
      pairs.map(({ trigram }) => trigram),
      pairs.map(({ stem }) => stem),
    ],
  );
}
