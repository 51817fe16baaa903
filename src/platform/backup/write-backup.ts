import { join } from "node:path";
import type { DatabaseAddress } from "../database/database.ts";
import { requireRecipients } from "./age.ts";
import { findEarlier } from "./backups-in.ts";
import { writeManifest, type Manifest } from "./manifest.ts";
import type { TableShape } from "./table-shapes.ts";
import { writeFiles } from "./write-files.ts";
import { writeTables } from "./write-tables.ts";
import { writeWhole } from "./write-whole.ts";

export type BackupInput = {
  readonly address: DatabaseAddress;
  /** Folder of the file store. */
  readonly filesFolder: string;
  /** Folder that holds the back-ups, one folder each, named by the time. */
  readonly target: string;
  /** Public age keys the tables are encrypted for; none: they are not encrypted. */
  readonly recipients: readonly string[];
  readonly now: Date;
  /** Called after each table and each thousand files, for a line of progress. */
  readonly onProgress?: (words: string) => void;
};

export type BackupReport = {
  readonly folder: string;
  readonly manifest: Manifest;
  /** Files deleted for good, because their term ended, while the back-up was made. */
  readonly deletedMeanwhile: number;
};

/**
 * Writes all tables as of one snapshot and all stored files into a new folder of `target`. The portal goes on meanwhile.
 * Files are never changed and are removed only by retention, so those copied after the snapshot hold all that the tables name.
 * The folder gets its name when everything is on disk; what a crash leaves is called `…unfinished`.
 */
export async function writeBackup(input: BackupInput): Promise<BackupReport> {
  await requireRecipients(input.recipients);
  const name = input.now.toISOString().slice(0, 19).replaceAll(":", "-") + "Z";
  const earlier = await findEarlier(input.target);
  const { recipients, filesFolder, onProgress } = input;
  const folder = join(input.target, name);
  return writeWhole(folder, async (unfinished) => {
    const { snapshot, tables } = await writeTables({
      ...input,
      folder: unfinished,
      choose: (shapes) => shapes.filter((shape) => !isOfDataKeys(shape)),
    });
    const files = await writeFiles({
      filesFolder,
      folder: unfinished,
      earlier: earlier && join(earlier, "files"),
      onProgress,
    });
    // The last: they open what was stored until here. A data key that is replaced meanwhile would be missing in the snapshot.
    const dataKeys = await writeTables({
      ...input,
      folder: unfinished,
      choose: (shapes) => shapes.filter(isOfDataKeys),
    });
    const manifest: Manifest = {
      format: "openrathaus-backup-1",
      ...snapshot,
      ringKeyIds: dataKeys.snapshot.ringKeyIds,
      encrypted: recipients.length > 0,
      tables: [...tables, ...dataKeys.tables],
      fileList: files.list,
    };
    await writeManifest(unfinished, manifest);
    return { folder, manifest, deletedMeanwhile: files.deletedMeanwhile };
  });
}

function isOfDataKeys({ schema, name }: TableShape): boolean {
  return schema === "crypto" && name === "tenant_key";
}
