import { connectPastRowSecurity } from "../platform/backup/connect.ts";
import type {
  Database,
  DatabaseAddress,
  Db,
} from "../platform/database/database.ts";
import {
  findFact,
  recordFact,
  replaceFact,
} from "../platform/database/installation-facts.ts";
import { SettingsError } from "../platform/config/settings-error.ts";
import type { Settings } from "../platform/config/settings.ts";

const demoFact = "demo-data";

/** Remembers that demo data was sown; production refuses to start with it. */
export function recordDemoData(database: Database): Promise<void> {
  return database.unscoped((db) => recordFact(db, demoFact, "sown"));
}

export async function hasDemoData(database: Database): Promise<boolean> {
  return database.unscoped(
    async (db) => (await findFact(db, demoFact)) !== undefined,
  );
}

/** Throws `SettingsError` when production would serve demo authorities with public passwords. */
export async function refuseDemoInProduction(
  { environment }: Settings,
  database: Database,
): Promise<void> {
  if (environment === "production" && (await hasDemoData(database))) {
    throw new SettingsError(
      "NODE_ENV is production, but the database holds demo data. Example: DATABASE_URL=postgresql://… of an empty database",
    );
  }
}

const backupFact = "last-backup";

/** Remembers when this program made a back-up last; the login that makes it may not serve requests. */
export async function recordBackup(
  address: DatabaseAddress,
  at: string,
): Promise<void> {
  const client = await connectPastRowSecurity(address);
  try {
    await replaceFact(client, backupFact, at);
  } finally {
    await client.end();
  }
}

/** Undefined: this program never made one. */
export async function findLastBackup(db: Db): Promise<Date | undefined> {
  const at = await findFact(db, backupFact);
  return at === undefined ? undefined : new Date(at);
}
