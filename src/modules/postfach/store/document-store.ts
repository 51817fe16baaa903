import type { Db } from "../../../platform/database/database.ts";
import type { PostfachTables } from "./tables.ts";

export type ScanState = "clean" | "unscanned" | "waiting" | "infected";

export type StoredDocument = {
  id: string;
  thread_id: string;
  message_id: string | null;
  filename: Buffer;
  media_type: string;
  size_bytes: string;
  sha256: string;
  scan: ScanState;
};

export type NewDocument = Omit<StoredDocument, "size_bytes"> & {
  position: number;
  size_bytes: number;
  added_at: Date;
};

export async function insertDocuments(
  db: Db,
  tenantId: string,
  documents: readonly NewDocument[],
): Promise<void> {
  if (documents.length === 0) return;
  await db
    .$extendTables<PostfachTables>()
    .insertInto("postfach.document")
    .values(
      documents.map(({ size_bytes, ...document }) => ({
        tenant_id: tenantId,
        size_bytes: String(size_bytes),
        ...document,
      })),
    )
    .execute();
}

/** Documents of a thread in their order, those of an unsent answer too. */
export function listDocuments(
  db: Db,
  tenantId: string,
  threadId: string,
): Promise<StoredDocument[]> {
  return documents(db, tenantId)
    .where("thread_id", "=", threadId)
    .orderBy("added_at")
    .orderBy("position")
    .execute();
}

/** Which of these files are documents of the Postfach. */
export async function listKnownDocuments(
  db: Db,
  tenantId: string,
  fileIds: readonly string[],
): Promise<string[]> {
  if (fileIds.length === 0) return [];
  const rows = await documents(db, tenantId)
    .where("id", "in", [...fileIds])
    .execute();
  return rows.map(({ id }) => id);
}

/** Documents that no scanner has looked at although there is one. */
export function listWaiting(
  db: Db,
  tenantId: string,
): Promise<StoredDocument[]> {
  return documents(db, tenantId)
    .where("scan", "=", "waiting")
    .limit(100)
    .execute();
}

export async function saveScan(
  db: Db,
  tenantId: string,
  { id, scan }: { readonly id: string; readonly scan: ScanState },
): Promise<void> {
  await db
    .$extendTables<PostfachTables>()
    .updateTable("postfach.document")
    .set({ scan })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .execute();
}

function documents(db: Db, tenantId: string) {
  return db
    .$extendTables<PostfachTables>()
    .selectFrom("postfach.document")
    .select([
      "id",
      "thread_id",
      "message_id",
      "filename",
      "media_type",
      "size_bytes",
      "sha256",
      "scan",
    ])
    .where("tenant_id", "=", tenantId);
}

/** The files of an unsent answer become those of its message. */
export async function sendDraftDocuments(
  db: Db,
  tenantId: string,
  {
    threadId,
    messageId,
  }: { readonly threadId: string; readonly messageId: string },
): Promise<void> {
  await db
    .$extendTables<PostfachTables>()
    .updateTable("postfach.document")
    .set({ message_id: messageId })
    .where("tenant_id", "=", tenantId)
    .where("thread_id", "=", threadId)
    .where("message_id", "is", null)
    .execute();
}

/** Takes a file out of an unsent answer; false when there is none of this id. */
export async function deleteDraftDocument(
  db: Db,
  tenantId: string,
  {
    threadId,
    documentId,
  }: { readonly threadId: string; readonly documentId: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .$extendTables<PostfachTables>()
    .deleteFrom("postfach.document")
    .where("tenant_id", "=", tenantId)
    .where("thread_id", "=", threadId)
    .where("id", "=", documentId)
    .where("message_id", "is", null)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function findDraft(
  db: Db,
  tenantId: string,
  threadId: string,
): Promise<Buffer | undefined> {
  const row = await db
    .$extendTables<PostfachTables>()
    .selectFrom("postfach.answer_draft")
    .select("body")
    .where("tenant_id", "=", tenantId)
    .where("thread_id", "=", threadId)
    .executeTakeFirst();
  return row?.body;
}

export async function saveDraft(
  db: Db,
  tenantId: string,
  draft: {
    readonly threadId: string;
    readonly body: Buffer;
    readonly at: Date;
  },
): Promise<void> {
  const { threadId, body, at } = draft;
  await db
    .$extendTables<PostfachTables>()
    .insertInto("postfach.answer_draft")
    .values({ tenant_id: tenantId, thread_id: threadId, body, changed_at: at })
    .onConflict((conflict) =>
      conflict
        .columns(["tenant_id", "thread_id"])
        .doUpdateSet({ body, changed_at: at }),
    )
    .execute();
}

export async function deleteDraft(
  db: Db,
  tenantId: string,
  threadId: string,
): Promise<void> {
  await db
    .$extendTables<PostfachTables>()
    .deleteFrom("postfach.answer_draft")
    .where("tenant_id", "=", tenantId)
    .where("thread_id", "=", threadId)
    .execute();
}
