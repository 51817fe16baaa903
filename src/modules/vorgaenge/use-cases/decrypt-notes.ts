import type { Context } from "../../../platform/context/context.ts";
import type { VorgangEvent } from "../domain/events.ts";
import { notePurpose } from "../domain/vorgang.ts";
import type { StoredEvent } from "../store/event-store.ts";

/** Events with their notes in clear text. Call it after the transaction: the first use of a tenant's key reads the database. */
export async function decryptNotes(
  context: Context,
  vorgangId: string,
  stored: readonly StoredEvent[],
): Promise<VorgangEvent[]> {
  return Promise.all(
    stored.map(async ({ encryptedNote, ...event }) => {
      if (!encryptedNote) return { ...event, note: undefined };
      const purpose = notePurpose(vorgangId, event.position);
      const note = await context.cipher.decrypt(encryptedNote, purpose);
      return { ...event, note: note.toString("utf8") };
    }),
  );
}
