import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { InternalNote } from "../domain/internal-note.ts";
import type { VorgaengeTables } from "./tables.ts";

/** A note with its text still encrypted. */
export type StoredNote = Omit<InternalNote, "text"> & {
  readonly encryptedText: Buffer;
};

/** Notes of a Vorgang, the oldest first, with whom they name. */
export async function listNotes(
  db: Db,
  tenantId: string,
  vorgangId: string,
): Promise<StoredNote[]> {
  const { rows } = await sql<{
    id: string;
    author_id: string;
    at: Date;
    text: Buffer;
    mentioned: string[];
  }>`
    select id, author_id, at, text,
      array(select staff_id::text from vorgaenge.staff_notice
        where tenant_id = ${tenantId} and vorgang_id = ${vorgangId} and subject_id = note.id) as mentioned
    from vorgaenge.internal_note note
    where tenant_id = ${tenantId} and vorgang_id = ${vorgangId}
    order by at, id
  `.execute(db);
  return rows.map((row) => ({
    id: row.id,
    authorId: row.author_id,
    at: row.at,
    encryptedText: row.text,
    mentionedIds: row.mentioned,
  }));
}

export async function insertNote(
  db: Db,
  tenantId: string,
  note: {
    readonly id: string;
    readonly vorgangId: string;
    readonly authorId: string;
    readonly at: Date;
    readonly encryptedText: Buffer;
  },
): Promise<void> {
  await db
    .$extendTables<VorgaengeTables>()
    .insertInto("vorgaenge.internal_note")
    .values({
      tenant_id: tenantId,
      id: note.id,
      vorgang_id: note.vorgangId,
      author_id: note.authorId,
      at: note.at,
      text: note.encryptedText,
    })
    .execute();
}

/** One note of this Vorgang, without its text. */
export async function findNote(
  db: Db,
  tenantId: string,
  { id, vorgangId }: { readonly id: string; readonly vorgangId: string },
): Promise<Pick<InternalNote, "authorId" | "at"> | undefined> {
  const row = await db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.internal_note")
    .select(["author_id", "at"])
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .where("vorgang_id", "=", vorgangId)
    .executeTakeFirst();
  return row && { authorId: row.author_id, at: row.at };
}

/** Removes a note and what told of it. */
export async function deleteNote(
  db: Db,
  tenantId: string,
  { id, vorgangId }: { readonly id: string; readonly vorgangId: string },
): Promise<void> {
  await db
    .$extendTables<VorgaengeTables>()
    .deleteFrom("vorgaenge.internal_note")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .execute();
  await db
    .$extendTables<VorgaengeTables>()
    .deleteFrom("vorgaenge.staff_notice")
    .where("tenant_id", "=", tenantId)
    .where("vorgang_id", "=", vorgangId)
    .where("subject_id", "=", id)
    .execute();
}
