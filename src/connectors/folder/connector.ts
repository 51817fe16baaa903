import { access, constants, realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import { describeOptions } from "../../modules/delivery/index.ts";
import type {
  CheckReport,
  Connector,
  Delivery,
  DeliveryOutcome,
} from "../../modules/delivery/index.ts";
import { de } from "./i18n/de.ts";
import { en } from "./i18n/en.ts";
import { folderOptions, type FolderOptions } from "./options.ts";
import { writePackageOnce } from "./write-package.ts";

export type FolderSettings = {
  /**
   * Absolute directory that belongs to this tenant alone, set by the operator. Nothing is written outside of it.
   * It and the directories of destinations must exist: a share that is not mounted must not be filled silently.
   */
  directoryOfTenant(tenantId: string): string | Promise<string>;
};

/** Puts XML, JSON, PDF and uploads into a directory, for systems that fetch there (SFTP, network share). */
export function createFolderConnector(
  settings: FolderSettings,
): Connector<FolderOptions> {
  return {
    key: "folder",
    describe: describeOptions({ schema: folderOptions, de, en }),
    parseOptions: (input) => folderOptions.parse(input),
    deliver: (delivery, options, signal) =>
      deliver(settings, { delivery, options }, signal),
    check: (options) => check(settings, options),
  };
}

async function deliver(
  settings: FolderSettings,
  { delivery, options }: { delivery: Delivery; options: FolderOptions },
  signal: AbortSignal,
): Promise<DeliveryOutcome> {
  try {
    signal.throwIfAborted();
    const directory = await locate(settings, options);
    if (!directory)
      return { kind: "rejected", reason: "directory-not-allowed" };
    const receipt = await writePackageOnce(
      { directory, formats: options.formats },
      delivery,
      signal,
    );
    return { kind: "delivered", receipt };
  } catch (error) {
    if (signal.aborted) return { kind: "unavailable", cause: "timeout" };
    return { kind: "unavailable", cause: causeOf(error) };
  }
}

async function check(
  settings: FolderSettings,
  options: FolderOptions,
): Promise<CheckReport> {
  try {
    const directory = await locate(settings, options);
    if (!directory)
      return [
        { check: "settings", passed: false, finding: "directory-not-allowed" },
      ];
    await access(directory, constants.W_OK | constants.X_OK);
    return [
      { check: "settings", passed: true, finding: "directory-allowed" },
      { check: "reachability", passed: true, finding: "directory-writable" },
    ];
  } catch (error) {
    return [{ check: "reachability", passed: false, finding: causeOf(error) }];
  }
}

/** The real directory, or undefined when a link leads out of the tenant's own. */
async function locate(
  settings: FolderSettings,
  options: FolderOptions,
): Promise<string | undefined> {
  const wall = await realpath(
    await settings.directoryOfTenant(options.tenantId),
  );
  const directory = await realpath(join(wall, options.directory));
  return directory.startsWith(wall + sep) ? directory : undefined;
}

const causeByCode: Readonly<Record<string, string>> = {
  ENOENT: "directory-missing",
  ENOTDIR: "directory-missing",
  EACCES: "directory-not-writable",
  EPERM: "directory-not-writable",
  EROFS: "directory-not-writable",
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
  EIO: "disk-fault",
  ESTALE: "disk-fault",
};

/** Faults of the disk are the receiver's; everything else is ours and is thrown on. */
function causeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : "";
  const cause = typeof code === "string" ? causeByCode[code] : undefined;
  if (cause === undefined) throw error;
  return cause;
}
