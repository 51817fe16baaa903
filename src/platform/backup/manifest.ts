import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { sha256 } from "../values/sha256.ts";
import { BackupError } from "./backup-error.ts";
import { writeDurably } from "./write-durably.ts";

/** What a back-up says of itself. Everything but the file is derived from one snapshot of the database. */
const manifestShape = z.object({
  format: z.enum(["openrathaus-backup-1", "openrathaus-tenant-1"]),
  /** Whose rows and files these are, where it is the export of one authority. */
  tenant: z
    .object({ id: z.uuid(), name: z.string(), host: z.string() })
    .optional(),
  /** ISO 8601, UTC: when the snapshot was taken. */
  takenAt: z.iso.datetime(),
  /** PostgreSQL's own words, for whoever wonders. */
  serverVersion: z.string(),
  /** Names of the migrations that had run; the schema is rebuilt from them. */
  migrations: z.array(z.string()).min(1),
  /** Keys of the installation that wrapped something in it. They are not in the back-up. */
  ringKeyIds: z.array(z.string()),
  /** Whether the tables are encrypted for somebody's age key; stored files always are, by the tenants' keys. */
  encrypted: z.boolean(),
  tables: z.array(
    z.object({
      schema: z.string(),
      name: z.string(),
      columns: z.array(z.string()).min(1),
      rows: z.int().nonnegative(),
      /** Path inside of the back-up, and hash and length of what lies there. */
      path: z.string(),
      sha256: z.string(),
      bytes: z.int().nonnegative(),
    }),
  ),
  /** The list of stored files: one JSON object a line with path, sha256 and bytes. */
  fileList: z.object({
    count: z.int().nonnegative(),
    bytes: z.int().nonnegative(),
    sha256: z.string(),
  }),
});

export type Manifest = z.infer<typeof manifestShape>;
export type BackedUpTable = Manifest["tables"][number];

const manifestName = "manifest.json";
export const fileListName = "files.jsonl";
const sumName = "manifest.sha256";

/** Writes the manifest with its own hash beside it, in the form `sha256sum --check` reads. */
export async function writeManifest(
  folder: string,
  manifest: Manifest,
): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeDurably(join(folder, manifestName), text);
  await writeDurably(
    join(folder, sumName),
    `${sha256(text).toString("hex")}  ${manifestName}\n`,
  );
}

/** Throws `BackupError` when there is none, or when it was changed since. */
export async function readManifest(folder: string): Promise<Manifest> {
  const [text, sum] = await Promise.all(
    [manifestName, sumName].map((name) => readText(folder, name)),
  );
  if (text === undefined || sum === undefined)
    throw new BackupError(
      "not-a-backup",
      `${folder} holds no back-up: ${manifestName} or ${sumName} is missing.`,
    );
  if (!sum.startsWith(sha256(text).toString("hex")))
    throw new BackupError(
      "damaged",
      `${manifestName} does not have the hash in ${sumName}: it was changed or is damaged.`,
    );
  const parsed = manifestShape.safeParse(JSON.parse(text));
  if (!parsed.success)
    throw new BackupError(
      "not-a-backup",
      `${manifestName} is not of this program: ${z.prettifyError(parsed.error)}`,
    );
  return parsed.data;
}

async function readText(
  folder: string,
  name: string,
): Promise<string | undefined> {
  return readFile(join(folder, name), "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      return undefined;
    throw error;
  });
}
