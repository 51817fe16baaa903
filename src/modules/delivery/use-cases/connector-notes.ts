import type { Context } from "../../../platform/context/context.ts";
import { findNote, writeNote } from "../store/note-store.ts";

/**
 * What a connector remembers of a delivery across a crash: ids and check sums of the other side, never anything of the application. Written
 * in a transaction of its own and durable when it returns, so that the next call may rely on it.
 */
export type ConnectorNotes = {
  read(tenantId: string, deliveryId: string): Promise<unknown>;
  write(tenantId: string, deliveryId: string, note: unknown): Promise<void>;
};

/** Opens the memory of connectors; `contextIn` gives the installation's own context in a tenant. */
export function openConnectorNotes(
  contextIn: (tenantId: string) => Context,
): ConnectorNotes {
  return {
    read: (tenantId, deliveryId) =>
      contextIn(tenantId).transaction((db) =>
        findNote(db, tenantId, deliveryId),
      ),
    write: async (tenantId, deliveryId, note) => {
      const context = contextIn(tenantId);
      await context.transaction((db) =>
        writeNote(db, { deliveryId, note, now: context.now }),
      );
    },
  };
}
