import { residentMegabytes } from "../child-process.ts";
import { asOwner } from "../drafts.ts";
import { findPages } from "./find-pages.ts";
import type { GrowthSize } from "./grow.ts";
import type { GrowthResult, SizeFigures } from "./growth-report.ts";
import {
  openGrowthSites,
  type GrowthPlace,
  type GrowthSite,
} from "./growth-sites.ts";
import { measurePages } from "./measure-pages.ts";

export type GrowthEffort = {
  readonly small: GrowthSize;
  readonly large: GrowthSize;
  readonly runs: number;
};

export const quickGrowth: GrowthEffort = {
  small: { tenants: 10, submissions: 1_000 },
  large: { tenants: 30, submissions: 3_000 },
  runs: 10,
};

export const wholeGrowth: GrowthEffort = {
  small: { tenants: 10, submissions: 10_000 },
  large: { tenants: 1_000, submissions: 1_000_000 },
  runs: 60,
};

/** Makes both sizes and asks for every page of both in turns. */
export async function growthFigures(
  { small, large, runs }: GrowthEffort,
  place: GrowthPlace,
): Promise<GrowthResult> {
  const { report } = place;
  const sites = await openGrowthSites({ small, large }, place);
  try {
    report("looking for the pages");
    const pages = {
      small: await findPages(sites.small.site),
      large: await findPages(sites.large.site),
    };
    report(`${String(pages.large.length)} pages, ${String(runs)} times each`);
    const compared = await measurePages(sites, { pages, runs, report });
    return {
      pages: compared,
      sizes: {
        small: await sizeOf(sites.small),
        large: await sizeOf(sites.large),
      },
    };
  } finally {
    await sites.close();
  }
}

async function sizeOf({
  size,
  rows: made,
  seconds,
  site,
}: GrowthSite): Promise<SizeFigures> {
  const { rows } = await asOwner<{ bytes: string }>(
    site,
    "select pg_database_size(current_database()) as bytes",
  );
  const { pid } = site.server;
  return {
    ...size,
    rows: made,
    seconds,
    databaseMegabytes: Number(rows[0]?.bytes ?? 0) / 1e6,
    webMegabytes: pid === undefined ? undefined : residentMegabytes(pid),
  };
}
