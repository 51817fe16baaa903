import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import pg from "pg";
import { unseal, type KeyRing } from "../crypto/key-ring.ts";
import type { StoredTenantKey } from "../crypto/tenant-key-store.ts";
import { wrapContext } from "../crypto/wrap-context.ts";
import type { DatabaseAddress } from "../database/database.ts";
import { encryptFor, requireRecipients } from "./age.ts";
import { BackupError } from "./backup-error.ts";
import type { BackupReport } from "./write-backup.ts";
import { connectPastRowSecurity } from "./connect.ts";
import { writeManifest, type Manifest } from "./manifest.ts";
import type { TableShape } from "./table-shapes.ts";
import { tenantKeysName, writeKeyText } from "./tenant-keys-file.ts";
import { writeFiles } from "./write-files.ts";
import { writeTables, type ChosenTable } from "./write-tables.ts";
import { writeWhole } from "./write-whole.ts";

/** What belongs to one authority besides the rows that carry its id. */
export type TenantParts = {
  /** Tables (`schema.name`) whose rows stay where they are: sessions, attempts. */
  readonly leftOut: readonly string[];
  /** Rows of tables of the whole installation that come along: `schema.name` and a condition in SQL, with `$tenant` for the id. */
  readonly alongside: ReadonlyMap<string, string>;
};

export type ExportInput = {
  readonly address: DatabaseAddress;
  readonly ring: KeyRing;
  readonly filesFolder: string;
  /** Becomes the folder of the export; must not be there. */
  readonly folder: string;
  readonly tenant: NonNullable<Manifest["tenant"]>;
  readonly parts: TenantParts;
  /** Public age keys; at least one: the authority's data keys are in it. */
  readonly recipients: readonly string[];
  readonly onProgress?: (words: string) => void;
};

/**
 * Writes everything of one authority as of one snapshot into a folder: its rows, its stored files, and its data keys, all but the files (which are
 * encrypted by these keys) encrypted for the recipients. The portal goes on meanwhile and keeps what it has.
 */
export async function exportTenant(input: ExportInput): Promise<BackupReport> {
  const { folder, tenant, recipients, filesFolder, onProgress } = input;
  if (recipients.length === 0)
    throw new BackupError(
      "no-identity",
      "An export holds the authority's keys, so it is always encrypted: name a public key (--recipient age1…).",
    );
  await requireRecipients(recipients);
  if (existsSync(folder))
    throw new BackupError("target-unusable", `${folder} is there already.`);
  return writeWhole(folder, async (unfinished) => {
    const { snapshot, tables } = await writeTables({
      ...input,
      folder: unfinished,
      choose: (shapes) => chooseTables(shapes, tenant.id, input.parts),
    });
    await writeKeys(input, unfinished);
    const files = await writeFiles({
      filesFolder,
      folder: unfinished,
      earlier: undefined,
      tenantId: tenant.id,
      onProgress,
    });
    const manifest: Manifest = {
      format: "openrathaus-tenant-1",
      tenant,
      ...snapshot,
      // The data keys come along, wrapped by none of the installation's.
      ringKeyIds: [],
      encrypted: true,
      tables,
      fileList: files.list,
    };
    await writeManifest(unfinished, manifest);
    return { folder, manifest, deletedMeanwhile: files.deletedMeanwhile };
  });
}

function chooseTables(
  shapes: readonly TableShape[],
  tenantId: string,
  { leftOut, alongside }: TenantParts,
): ChosenTable[] {
  const id = pg.escapeLiteral(tenantId);
  return shapes.flatMap((shape) => {
    const name = `${shape.schema}.${shape.name}`;
    const condition = alongside.get(name);
    if (condition !== undefined)
      return [{ ...shape, where: condition.replaceAll("$tenant", id) }];
    return shape.columns.includes("tenant_id") && !leftOut.includes(name)
      ? [{ ...shape, where: `tenant_id = ${id}` }]
      : [];
  });
}

/** Data keys never change once made, so they need not be of the snapshot. */
async function writeKeys(
  { address, ring, tenant, recipients }: ExportInput,
  folder: string,
): Promise<void> {
  const client = await connectPastRowSecurity(address);
  try {
    const { rows } = await client.query<StoredTenantKey>(
      "select version, ring_key_id, wrapped_key from crypto.tenant_key where tenant_id = $1 order by version",
      [tenant.id],
    );
    const keys = rows.map(({ version, ring_key_id, wrapped_key }) => {
      const wrapping = ring.keys.find(({ id }) => id === ring_key_id);
      if (!wrapping)
        throw new BackupError(
          "keys-missing",
          `A data key of ${tenant.name} is wrapped with "${ring_key_id}", which is not in SECRET_KEYS.`,
        );
      const context = wrapContext(tenant.id, version);
      return { version, key: unseal(wrapping.secret, wrapped_key, context) };
    });
    const plain = Readable.from([Buffer.from(writeKeyText(keys))]);
    await writeFile(
      join(folder, tenantKeysName),
      await encryptFor(recipients, plain),
      { flag: "wx", mode: 0o600, flush: true },
    );
  } finally {
    await client.end();
  }
}
