import type { Db } from "../../../platform/database/database.ts";
import type { NewDraft } from "./draft-store.ts";
import type { SubmissionsTables } from "./tables.ts";

/** What goes along with a draft, by names that no tenant's key encrypts. */
export type DraftRows = {
  readonly keys: readonly {
    readonly hash: Buffer;
    readonly purpose: "browser" | "link";
    readonly createdAt: Date;
  }[];
  readonly uploads: readonly {
    readonly fileId: string;
    readonly createdAt: Date;
    readonly scan: "unscanned" | "clean" | "infected";
    readonly scannedAt: Date | null;
  }[];
  readonly owner: NewDraft["owner"];
};

/** The rows of a draft that nobody has changed since; it stays as it is until the transaction ends. Undefined when it was changed or sent. */
export async function lockDraftRows(
  db: Db,
  tenantId: string,
  {
    draftId,
    revision,
  }: { readonly draftId: string; readonly revision: number },
): Promise<DraftRows | undefined> {
  const tables = db.$extendTables<SubmissionsTables>();
  const draft = await tables
    .selectFrom("submissions.draft")
    .select(["owner_id", "acting_account_id", "leistung_title"])
    .where("tenant_id", "=", tenantId)
    .where("id", "=", draftId)
    .where("revision", "=", revision)
    .where("submitted_at", "is", null)
    // eslint-disable-next-line house/banned-syntax -- the draft is deleted: what comes in for it meanwhile must not be lost with it
    .forUpdate()
    .executeTakeFirst();
  if (!draft) return undefined;
  const { owner_id: ownerId, acting_account_id: accountId } = draft;
  const owner =
    ownerId === null || accountId === null
      ? undefined
      : { ownerId, accountId, leistungTitle: draft.leistung_title ?? "" };
  return { owner, ...(await listRows(db, tenantId, draftId)) };
}

async function listRows(
  db: Db,
  tenantId: string,
  draftId: string,
): Promise<Omit<DraftRows, "owner">> {
  const tables = db.$extendTables<SubmissionsTables>();
  const keys = await tables
    .selectFrom("submissions.draft_key")
    .select(["key_hash as hash", "purpose", "created_at as createdAt"])
    .where("tenant_id", "=", tenantId)
    .where("draft_id", "=", draftId)
    .execute();
  const uploads = await tables
    .selectFrom("submissions.upload")
    .select([
      "file_id as fileId",
      "created_at as createdAt",
      "scan_state as scan",
      "scanned_at as scannedAt",
    ])
    .where("tenant_id", "=", tenantId)
    .where("draft_id", "=", draftId)
    .execute();
  return {
    keys: keys.map((key) => ({
      ...key,
      purpose: key.purpose === "link" ? "link" : "browser",
    })),
    uploads,
  };
}

/** A draft that comes from another authority, encrypted for this one. */
export type ArrivingDraft = Omit<NewDraft, "intake"> & {
  readonly createdAt: Date;
  readonly revision: number;
  readonly reminderEmail: Buffer | null;
  readonly kept: Buffer | null;
  readonly ownData: Buffer | null;
  readonly rows: DraftRows;
};

export async function insertArrivingDraft(
  db: Db,
  tenantId: string,
  draft: ArrivingDraft,
): Promise<void> {
  await db
    .$extendTables<SubmissionsTables>()
    .insertInto("submissions.draft")
    .values({
      tenant_id: tenantId,
      id: draft.id,
      leistung_slug: draft.leistungSlug,
      form_version_id: draft.formVersionId,
      answers: draft.answers,
      revision: draft.revision,
      created_at: draft.createdAt,
      updated_at: draft.now,
      expires_at: draft.expiresAt,
      reminder_email: draft.reminderEmail,
      kept_answers: draft.kept,
      own_data: draft.ownData,
      owner_id: draft.owner?.ownerId ?? null,
      acting_account_id: draft.owner?.accountId ?? null,
      leistung_title: draft.owner?.leistungTitle ?? null,
    })
    .execute();
  await insertRows(db, tenantId, draft);
}

async function insertRows(
  db: Db,
  tenantId: string,
  draft: Pick<ArrivingDraft, "id" | "rows">,
): Promise<void> {
  const tables = db.$extendTables<SubmissionsTables>();
  const { keys, uploads } = draft.rows;
  if (keys.length > 0)
    await tables
      .insertInto("submissions.draft_key")
      .values(
        keys.map(({ hash, purpose, createdAt }) => ({
          tenant_id: tenantId,
          key_hash: hash,
          draft_id: draft.id,
          purpose,
          created_at: createdAt,
        })),
      )
      .execute();
  if (uploads.length > 0)
    await tables
      .insertInto("submissions.upload")
      .values(
        uploads.map(({ fileId, createdAt, scan, scannedAt }) => ({
          tenant_id: tenantId,
          file_id: fileId,
          draft_id: draft.id,
          created_at: createdAt,
          scan_state: scan,
          scanned_at: scannedAt,
        })),
      )
      .execute();
}

/** Notes where keys lead from now on; one that comes back is known here again. */
export async function insertMovedKeys(
  db: Db,
  tenantId: string,
  moved: {
    readonly hashes: readonly Buffer[];
    readonly toHost: string;
    readonly expiresAt: Date;
  },
): Promise<void> {
  if (moved.hashes.length === 0) return;
  await db
    .$extendTables<SubmissionsTables>()
    .insertInto("submissions.moved_key")
    .values(
      moved.hashes.map((hash) => ({
        tenant_id: tenantId,
        key_hash: hash,
        to_host: moved.toHost,
        expires_at: moved.expiresAt,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "key_hash"]).doUpdateSet((values) => ({
        to_host: values.ref("excluded.to_host"),
        expires_at: values.ref("excluded.expires_at"),
      })),
    )
    .execute();
}

/** Host label of the portal that a key leads to; undefined where its draft never left. */
export async function findMovedKey(
  db: Db,
  tenantId: string,
  { keyHash, now }: { readonly keyHash: Buffer; readonly now: Date },
): Promise<string | undefined> {
  const row = await db
    .$extendTables<SubmissionsTables>()
    .selectFrom("submissions.moved_key")
    .select("to_host")
    .where("tenant_id", "=", tenantId)
    .where("key_hash", "=", keyHash)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row?.to_host;
}

export async function deleteExpiredMovedKeys(
  db: Db,
  tenantId: string,
  now: Date,
): Promise<void> {
  await db
    .$extendTables<SubmissionsTables>()
    .deleteFrom("submissions.moved_key")
    .where("tenant_id", "=", tenantId)
    .where("expires_at", "<=", now)
    .execute();
}
