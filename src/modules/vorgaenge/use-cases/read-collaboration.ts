import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import {
  internalNotePurpose,
  type InternalNote,
} from "../domain/internal-note.ts";
import type { Label } from "../domain/label.ts";
import type { VorgangLink } from "../domain/link.ts";
import { listLabels, listLabelsOf } from "../store/label-store.ts";
import { listLinks } from "../store/link-store.ts";
import { listNotes, type StoredNote } from "../store/note-store.ts";

/** What colleagues put on a Vorgang for each other. */
export type Collaboration = {
  /** All that the authority has. */
  readonly labels: readonly Label[];
  readonly labelIds: readonly string[];
  readonly notes: readonly InternalNote[];
  readonly links: readonly VorgangLink[];
};

/** The same with its notes still encrypted. */
export type StoredCollaboration = Omit<Collaboration, "notes"> & {
  readonly notes: readonly StoredNote[];
};

/** In the transaction that opens the Vorgang, which records that it was opened. */
export async function findCollaboration(
  { tenantId }: Context,
  db: Db,
  vorgang: { readonly id: string; readonly hiddenSlugs: readonly string[] },
): Promise<StoredCollaboration> {
  const [labels, put, notes, links] = await Promise.all([
    listLabels(db, tenantId),
    listLabelsOf(db, tenantId, [vorgang.id]),
    listNotes(db, tenantId, vorgang.id),
    listLinks(db, tenantId, vorgang),
  ]);
  return { labels, labelIds: put.map(({ id }) => id), notes, links };
}

/** Notes in clear text. Call it after the transaction: the first use of a tenant's key reads the database. */
export async function decryptInternalNotes(
  { cipher }: Context,
  stored: readonly StoredNote[],
): Promise<InternalNote[]> {
  return Promise.all(
    stored.map(async ({ encryptedText, ...note }) => {
      const text = await cipher.decrypt(
        encryptedText,
        internalNotePurpose(note.id),
      );
      return { ...note, text: text.toString("utf8") };
    }),
  );
}
