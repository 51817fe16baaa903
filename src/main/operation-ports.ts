import { statfs } from "node:fs/promises";
import {
  countInstalled,
  readInstalledDays,
} from "../modules/delivery/module.ts";
import type { DiskSpace } from "../modules/operation/index.ts";
import type { OperationPorts } from "../modules/operation/module.ts";
import type { Settings } from "../platform/config/settings.ts";
import { readMigrationState } from "../platform/database/migrate.ts";
import { findLastBackup } from "./installation-facts.ts";
import { migrationsFolder } from "./migrations-folder.ts";
import { plannedNoticesOf, toldNoticesOf } from "./status-notices.ts";
import type { Services } from "./services.ts";

/** What the operator's pages show that other modules or the machine keep. */
export function operationPorts(services: Services): OperationPorts {
  const { portals, cipherOf, settings } = services;
  return {
    portals,
    cipherOf,
    isMailSent: settings.smtpUrl !== undefined,
    ...figureSources(settings),
    readDeliveryDays: readInstalledDays,
    readMigrations: async (db) => {
      const state = await readMigrationState(db, migrationsFolder);
      return { newest: state.last, pending: state.pending.length };
    },
    findLastBackup,
    listPlannedNotices: plannedNoticesOf(services),
    listToldNotices: toldNoticesOf(services),
  };
}

/** Where figures come from that are not of the queue, of mails or of the database itself. */
export function figureSources(settings: Settings) {
  return {
    countDeliveries: countInstalled,
    readDisk: () => readDisk(settings),
  };
}

/** Where the database is embedded or uploads lie in the data folder; otherwise nothing is kept here. */
async function readDisk({
  dataDir,
  databaseUrl,
  s3File,
}: Settings): Promise<DiskSpace | undefined> {
  if (databaseUrl !== undefined && s3File !== undefined) return undefined;
  try {
    const { bavail, blocks, bsize } = await statfs(dataDir);
    return { free: bavail * bsize, total: blocks * bsize };
  } catch {
    // Nothing was ever kept there.
    return undefined;
  }
}
