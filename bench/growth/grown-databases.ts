import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { migrationsFolder } from "../../src/main/migrations-folder.ts";
import { openServices, type Services } from "../../src/main/services.ts";
import { readSettings } from "../../src/platform/config/settings.ts";
import type { DatabaseAddress } from "../../src/platform/database/database.ts";
import { migrate } from "../../src/platform/database/migrate.ts";
import { startEmbeddedPostgres } from "../../src/platform/embedded-postgres/index.ts";
import { createLogger } from "../../src/platform/logging/logger.ts";
import { environmentOf, type SiteGround } from "../site.ts";
import { grow, type GrowthSize } from "./grow.ts";
import type { Made } from "./kept-growth.ts";
import { sowGround, type Ground } from "./sow-ground.ts";

type Report = (line: string) => void;

/** Sows the demo, out of which databases grow, on a server without any. */
export async function sowOn(
  ground: SiteGround,
  report: Report,
): Promise<Ground> {
  await migrate(ground.address, migrationsFolder);
  report("telling the applications of the demo");
  return withServices(ground, (services) => sowGround(services));
}

/** A further database on the server that was sown, filled up to this size. */
export async function makeGrown(
  ground: SiteGround,
  {
    sown,
    size,
    report,
  }: {
    readonly sown: Ground;
    readonly size: GrowthSize;
    readonly report: Report;
  },
): Promise<Made> {
  const own = grownGround(ground, size);
  await createDatabase(own.address, ground.address.database ?? "");
  const { rows, seconds } = await withServices(own, (services) =>
    grow(services, sown, size),
  );
  report(
    `${String(size.tenants)} authorities, ${String(size.submissions)} applications: ${String(rows)} rows in ${seconds.toFixed(0)} s`,
  );
  return { size, rows, seconds };
}

/** The database of this size on a server. */
export function grownGround(
  { dataDir, address }: SiteGround,
  { tenants }: GrowthSize,
): SiteGround {
  const database = `growth_${String(tenants)}`;
  return { dataDir, address: { ...address, database } };
}

/** Makes one database of this size for as long as the work takes. */
export async function withGrown<Result>(
  size: GrowthSize,
  report: Report,
  work: (ground: SiteGround, made: Made) => Promise<Result>,
): Promise<Result> {
  const dataDir = await mkdtemp(join(tmpdir(), "orh-grown-"));
  const postgres = await startEmbeddedPostgres({ dataDir });
  try {
    const ground = { dataDir, address: postgres.address };
    const sown = await sowOn(ground, report);
    const made = await makeGrown(ground, { sown, size, report });
    return await work(grownGround(ground, size), made);
  } finally {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
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
  try {
    return await work(services);
  } finally {
    await services.close();
  }
}

/** On the same server, as a copy of a template to which nobody may be connected. */
export async function createDatabase(
  address: DatabaseAddress,
  template: string,
): Promise<void> {
  const client = new pg.Client({ ...address, database: "postgres" });
  await client.connect();
  try {
    await client.query(
      `create database ${address.database ?? ""} template ${template}`,
    );
  } finally {
    await client.end();
  }
}
