import type { Db } from "../../../platform/database/database.ts";
import { canonicalJson } from "../../../platform/values/canonical-json.ts";
import { sha256 } from "../../../platform/values/sha256.ts";
import type { Overlay } from "../domain/overlay/overlay.ts";
import type { FormsTables } from "./tables.ts";

/** Whose overlay of which form. */
export type OverlayOwner = {
  readonly tenantId: string;
  readonly formKey: string;
};

export type StoredOverlay = {
  readonly version: number;
  /** As it was stored, to be parsed. */
  readonly content: unknown;
  readonly contentHash: Buffer;
};

/** Hash by which the same content is known again. */
export function hashOverlay(overlay: Overlay): Buffer {
  return sha256(canonicalJson(overlay));
}

/** Adds a version; false when somebody else took this number meanwhile. */
export async function insertOverlay(
  db: Db,
  overlay: OverlayOwner & {
    readonly version: number;
    readonly content: Overlay;
    readonly createdAt: Date;
    readonly createdBy: string;
  },
): Promise<boolean> {
  const inserted = await db
    .$extendTables<FormsTables>()
    .insertInto("forms.overlay")
    .values({
      tenant_id: overlay.tenantId,
      form_key: overlay.formKey,
      version: overlay.version,
      content: canonicalJson(overlay.content),
      content_hash: hashOverlay(overlay.content),
      created_at: overlay.createdAt,
      created_by: overlay.createdBy,
    })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "form_key", "version"]).doNothing(),
    )
    .returning("version")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** The newest version, or the one that is asked for; undefined when there is none. */
export async function findOverlay(
  db: Db,
  { tenantId, formKey }: OverlayOwner,
  version?: number,
): Promise<StoredOverlay | undefined> {
  const row = await db
    .$extendTables<FormsTables>()
    .selectFrom("forms.overlay")
    .select(["version", "content", "content_hash"])
    .where("tenant_id", "=", tenantId)
    .where("form_key", "=", formKey)
    .$if(version !== undefined, (query) =>
      query.where("version", "=", version ?? 0),
    )
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      version: row.version,
      content: row.content,
      contentHash: row.content_hash,
    }
  );
}

/** Forms for which the tenant has an overlay, with the number of the newest. */
export async function listOverlayForms(
  db: Db,
  tenantId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .$extendTables<FormsTables>()
    .selectFrom("forms.overlay")
    .select(({ fn }) => ["form_key", fn.max("version").as("version")])
    .where("tenant_id", "=", tenantId)
    .groupBy("form_key")
    .execute();
  return new Map(rows.map((row) => [row.form_key, row.version]));
}
