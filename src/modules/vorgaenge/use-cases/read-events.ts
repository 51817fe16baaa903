import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { VorgangEvent } from "../domain/events.ts";
import { notePurpose } from "../domain/vorgang.ts";
import { listEvents, type StoredEvent } from "../store/event-store.ts";

/** The events of a Vorgang with their notes in clear text. */
export async function readEvents(
  context: Context,
  db: Db,
  vorgangId: string,
): Promise<VorgangEvent[]> {
  const stored = await listEvents(db, context.tenantId, vorgangId);
  return Promise.all(
    stored.map(async ({ encryptedNote, ...event }) => ({
      ...event,
      note: await decryptNote(context, vorgangId, {
        encryptedNote,
        position: event.position,
      }),
    })),
  );
}

async function decryptNote(
  context: Context,
  vorgangId: string,
  event: Pick<StoredEvent, "encryptedNote" | "position">,
): Promise<string | undefined> {
  if (!event.encryptedNote) return undefined;
  const note = await context.cipher.decrypt(
    event.encryptedNote,
    notePurpose(vorgangId, event.position),
  );
  return note.toString("utf8");
}
