import type { Notes } from "../note.ts";

/** Notes that outlive the connector, as in the database. */
export function memoryNotes(): Notes & { readonly kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  return {
    kept,
    read: (_tenantId, deliveryId) => Promise.resolve(kept.get(deliveryId)),
    write: (_tenantId, deliveryId, note) =>
      Promise.resolve(void kept.set(deliveryId, note)),
  };
}
