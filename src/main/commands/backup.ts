import { Command } from "commander";
import { newKeyPair } from "../../platform/backup/age.ts";
import { removeOld } from "../../platform/backup/backups-in.ts";
import { restoreBackup } from "../../platform/backup/restore-backup.ts";
import { verifyBackup } from "../../platform/backup/verify-backup.ts";
import {
  writeBackup,
  type BackupReport,
} from "../../platform/backup/write-backup.ts";
import {
  settingsOfProcess,
  type Settings,
} from "../../platform/config/settings.ts";
import type { DatabaseAddress } from "../../platform/database/database.ts";
import { recordBackup } from "../installation-facts.ts";
import { loadKeyRing } from "../secret-keys.ts";
import { bucketOf, filesFolder } from "../file-store.ts";
import { migrationsFolder } from "../migrations-folder.ts";
import {
  describe,
  expected,
  readIdentity,
  tell,
  withServer,
} from "./backup-help.ts";
import { CommandError } from "./command-error.ts";

/** `portal backup` */
export function backupCommand(): Command {
  return new Command("backup")
    .description("back up the whole installation and bring it back")
    .addCommand(createCommand())
    .addCommand(
      new Command("verify")
        .description(
          "compute the hash of everything in a back-up again; needs no key",
        )
        .argument("<folder>", "folder of one back-up")
        .action(verify),
    )
    .addCommand(restoreCommand())
    .addCommand(
      new Command("key")
        .description(
          "print a new pair of age keys: the public one for --recipient, the private one to be kept elsewhere",
        )
        .action(printKey),
    );
}

function createCommand(): Command {
  return new Command("create")
    .description(
      "write all tables as of one moment and all uploads into a new folder; the portal goes on meanwhile",
    )
    .argument("<folder>", "where back-ups are kept, a folder for each")
    .option(
      "--recipient <key>",
      "public age key the tables are encrypted for; may be given several times",
      (key: string, keys: readonly string[]) => [...keys, key],
      [] as readonly string[],
    )
    .option(
      "--unencrypted",
      "in production: leave the tables unencrypted, because the disk is encrypted",
    )
    .option("--keep <n>", "then remove all but the newest n back-ups", Number)
    .addHelpText(
      "after",
      `
The keys of the installation (SECRET_KEYS, or the file secret-keys in the data folder) are not part of a
back-up: keep them elsewhere. Without them nobody can read answers and uploads of a back-up, and neither can you.
Uploads that an earlier back-up in the same folder holds take no space again.

Example:
  npm run portal -- backup create /var/backups/portal --recipient age1… --keep 30`,
    )
    .action(create);
}

function restoreCommand(): Command {
  return new Command("restore")
    .description("bring a back-up into an empty installation")
    .argument("<folder>", "folder of one back-up")
    .option("--identity <file>", "file with the private age key")
    .addHelpText(
      "after",
      `
Set DATA_DIR and DATABASE_URL to the new, empty installation and SECRET_KEYS to the keys of the old one (or
copy its file secret-keys into the new data folder). What was deleted for good after the back-up was made is
there again afterwards; retention deletes it again on its next run.

Example:
  npm run portal -- backup restore /var/backups/portal/2026-11-26T02-00-00Z --identity backup.key`,
    )
    .action(restore);
}

type CreateOptions = {
  readonly recipient: readonly string[];
  readonly unencrypted?: true;
  readonly keep?: number;
};

async function create(target: string, options: CreateOptions): Promise<void> {
  const settings = settingsOfProcess();
  const { recipient: recipients, keep } = options;
  if (keep !== undefined && !(Number.isInteger(keep) && keep > 0))
    throw new CommandError("--keep takes a number from 1 on.");
  if (
    settings.environment === "production" &&
    recipients.length === 0 &&
    !options.unencrypted
  )
    throw new CommandError(
      "In production a back-up is encrypted: name a public key (--recipient age1…), or say --unencrypted.",
    );
  const report = await withServer(async ({ directAddress: address }) => {
    const made = await writeBackup({
      address,
      target,
      recipients,
      filesFolder: filesFolder(settings),
      now: new Date(),
      onProgress: tell,
    });
    await noteMade(address, made);
    return made;
  });
  tellMade(report, settings);
  if (keep === undefined) return;
  for (const folder of await removeOld(target, keep))
    console.log(`removed ${folder}`);
}

/** For the operator's page. A back-up is one, too, where this cannot be written. */
async function noteMade(
  address: DatabaseAddress,
  { manifest }: BackupReport,
): Promise<void> {
  try {
    await recordBackup(address, manifest.takenAt);
  } catch {
    console.error("The time of this back-up could not be noted for /betrieb.");
  }
}

function tellMade(report: BackupReport, settings: Settings): void {
  console.log(`${report.folder}: ${describe(report.manifest)}`);
  if (bucketOf(settings))
    console.log(
      "Uploads lie in a bucket and are not in it: keep its versions, or copy it after this back-up.",
    );
  if (report.deletedMeanwhile > 0)
    console.log(
      `${String(report.deletedMeanwhile)} files were deleted for good meanwhile, because their term had ended.`,
    );
}

async function verify(folder: string): Promise<void> {
  const manifest = await expected(() => verifyBackup(folder));
  console.log(`intact: ${describe(manifest)}`);
}

async function restore(
  folder: string,
  { identity }: { readonly identity?: string },
): Promise<void> {
  const settings = settingsOfProcess();
  const key = identity === undefined ? undefined : await readIdentity(identity);
  const ring = await loadKeyRing(settings);
  const manifest = await withServer(({ directAddress: address }) =>
    restoreBackup({
      address,
      folder,
      ring,
      migrationsFolder,
      identity: key,
      filesFolder: filesFolder(settings),
      onProgress: tell,
    }),
  );
  console.log(`restored: ${describe(manifest)}`);
}

async function printKey(): Promise<void> {
  const { identity, recipient } = await newKeyPair();
  console.log(`# public key: ${recipient}`);
  console.log(identity);
}
