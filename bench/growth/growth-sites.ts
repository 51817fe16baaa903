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
import { grow, type Grown, type GrowthSize } from "./grow.ts";
import { sowGround } from "./sow-ground.ts";

export type GrowthSite = {
  readonly size: GrowthSize;
  readonly site: Site;
  readonly grown: Grown;
};

export type GrowthSites = {
  readonly small: GrowthSite;
  readonly large: GrowthSite;
  close(): Promise<void>;
};

/**
 * Two portals on two databases of one server that grew out of the same demo: so each page can be asked for in turns, and what disturbs the
 * machine disturbs both.
 */
export async function openGrowthSites(
  sizes: { readonly small: GrowthSize; readonly large: GrowthSize },
  report: (line: string) => void,
): Promise<GrowthSites> {
  const dataDir = await mkdtemp(join(tmpdir(), "orh-growth-"));
  const postgres = await startEmbeddedPostgres({ dataDir });
  const { address } = postgres;
  await migrate(address, migrationsFolder);
  report("telling the applications of the demo");
  const ground = await withServices({ dataDir, address }, (services) =>
    sowGround(services),
  );
  const make = async (size: GrowthSize) => {
    const own = { dataDir, address: await copyDatabase(address, size) };
    const grown = await withServices(own, (services) =>
      grow(services, ground, size),
    );
    report(
      `${String(size.tenants)} authorities, ${String(size.submissions)} applications: ${String(grown.rows)} rows in ${grown.seconds.toFixed(0)} s`,
    );
    return { size, grown, own };
  };
  const made = {
    small: await make(sizes.small),
    large: await make(sizes.large),
  };
  // Not before: each has the machine for itself while its rows are made.
  const small = { ...made.small, site: await openSiteOn(made.small.own) };
  const large = { ...made.large, site: await openSiteOn(made.large.own) };
  return {
    small,
    large,
    close: async () => {
      await small.site.close();
      await large.site.close();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
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
  address: DatabaseAddress,
  { tenants }: GrowthSize,
): Promise<DatabaseAddress> {
  const database = `growth_${String(tenants)}`;
  const client = new pg.Client({ ...address, database: "postgres" });
  await client.connect();
  await client
    .query(`create database ${database} template ${address.database ?? ""}`)
    .finally(() => client.end());
  return { ...address, database };
}
