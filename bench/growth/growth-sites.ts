import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrationsFolder } from "../../src/main/migrations-folder.ts";
import { migrate } from "../../src/platform/database/migrate.ts";
import { startEmbeddedPostgres } from "../../src/platform/embedded-postgres/index.ts";
import { openSiteOn, type Site, type SiteGround } from "../site.ts";
import type { GrowthSize } from "./grow.ts";
import { grownGround, makeGrown, sowOn } from "./grown-databases.ts";
import {
  readKept,
  writeKept,
  type Made,
  type MadeSizes,
} from "./kept-growth.ts";

export type GrowthSite = Made & { readonly site: Site };

export type GrowthSites = {
  readonly small: GrowthSite;
  readonly large: GrowthSite;
  close(): Promise<void>;
};

/**
 * Two portals on two databases of one server that grew out of the same demo: so each page can be asked for in turns, and what disturbs the
 * machine disturbs both. A folder keeps them for the next time.
 */
export async function openGrowthSites(
  sizes: { readonly small: GrowthSize; readonly large: GrowthSize },
  { folder, report }: GrowthPlace,
): Promise<GrowthSites> {
  const kept = folder === undefined ? undefined : await readKept(folder, sizes);
  const dataDir = folder ?? (await mkdtemp(join(tmpdir(), "orh-growth-")));
  const postgres = await startEmbeddedPostgres({ dataDir });
  const ground = { dataDir, address: postgres.address };
  const made = kept ?? (await makeBoth(ground, { sizes, report }));
  if (folder !== undefined) await writeKept(folder, made);
  // Not before: each has the machine for itself while its rows are made.
  const small = await openMade(ground, made.small);
  const large = await openMade(ground, made.large);
  return {
    small,
    large,
    close: async () => {
      await small.site.close();
      await large.site.close();
      await postgres.stop();
      if (folder === undefined)
        await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export type GrowthPlace = {
  readonly folder?: string | undefined;
  readonly report: (line: string) => void;
};

async function makeBoth(
  ground: SiteGround,
  {
    sizes: { small, large },
    report,
  }: {
    readonly sizes: { readonly small: GrowthSize; readonly large: GrowthSize };
    readonly report: (line: string) => void;
  },
): Promise<MadeSizes> {
  const sown = await sowOn(ground, report);
  return {
    small: await makeGrown(ground, { sown, size: small, report }),
    large: await makeGrown(ground, { sown, size: large, report }),
  };
}

/** One that was kept may come from before the newest migrations. */
async function openMade(ground: SiteGround, made: Made): Promise<GrowthSite> {
  const own = grownGround(ground, made.size);
  await migrate(own.address, migrationsFolder);
  return { ...made, site: await openSiteOn(own) };
}
