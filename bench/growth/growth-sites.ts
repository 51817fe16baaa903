import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openServices, type Services } from "../../src/main/services.ts";
import { migrationsFolder } from "../../src/main/migrations-folder.ts";
import { readSettings } from "../../src/platform/config/settings.ts";
import type { DatabaseAddress } from "../../src/platform/database/database.ts";
import { migrate } from "../../src/platform/database/migrate.ts";
import { startEmbeddedPostgres } from "../../src/platform/embedded-postgres/index.ts";
import { createLogger } from "../../src/platform/logging/logger.ts";
import {
  environmentOf,
  openSiteOn,
  type Site,
  type SiteGround,
} from "../site.ts";
import { grow, type GrowthSize } from "./grow.ts";
import {
  readKept,
  writeKept,
  type Made,
  type MadeSizes,
} from "./kept-growth.ts";
import { sowGround } from "./sow-ground.ts";

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
    sizes,
    report,
  }: {
    readonly sizes: { readonly small: GrowthSize; readonly large: GrowthSize };
    readonly report: (line: string) => void;
  },
): Promise<MadeSizes> {
  await migrate(ground.address, migrationsFolder);
  report("telling the applications of the demo");
  const sown = await withServices(ground, (services) => sowGround(services));
  const make = async (size: GrowthSize): Promise<Made> => {
    const own = grownGround(ground, size);
    await copyDatabase(ground.address, own.address);
    const { rows, seconds } = await withServices(own, (services) =>
      grow(services, sown, size),
    );
    report(
      `${String(size.tenants)} authorities, ${String(size.submissions)} applications: ${String(rows)} rows in ${seconds.toFixed(0)} s`,
    );
    return { size, rows, seconds };
  };
  return { small: await make(sizes.small), large: await make(sizes.large) };
}

/** One that was kept may come from before the newest migrations. */
async function openMade(ground: SiteGround, made: Made): Promise<GrowthSite> {
  const own = grownGround(ground, made.size);
  await migrate(own.address, migrationsFolder);
  return { ...made, site: await openSiteOn(own) };
}

function grownGround(
  { dataDir, address }: SiteGround,
  { tenants }: GrowthSize,
): SiteGround {
  const database = `growth_${String(tenants)}`;
  return { dataDir, address: { ...address, database } };
}

async function withServices<Result>(
  ground: SiteGround,
  work: (services: Services) => Promise<Result>,
): Promise<Result> {
  const services = await openServices({
    settings: readSettings(await environmentOf(ground)),
    logger: createLogger("error"),
    address: ground.address,
  });
  return work(services).finally(() => services.close());
}

/** Nobody may be connected to the first one. */
async function copyDatabase(
  from: DatabaseAddress,
  to: DatabaseAddress,
): Promise<void> {
  const client = new pg.Client({ ...from, database: "postgres" });
  await client.connect();
  await client
    .query(
      `create database ${to.database ?? ""} template ${from.database ?? ""}`,
    )
    .finally(() => client.end());
}
