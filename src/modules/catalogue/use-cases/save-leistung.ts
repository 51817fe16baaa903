import type { Db } from "../../../platform/database/database.ts";
import { indexOf } from "../domain/search-index.ts";
import {
  saveLeistungen,
  type LeistungToSave,
} from "../store/save-leistungen.ts";
import { saveSearchIndex } from "../store/search-store.ts";

/** Publishes a Leistung: writes it, a version where the content is new, and what the search knows of it, in the caller's transaction. Idempotent by id. */
export async function saveLeistung(
  db: Db,
  tenantId: string,
  leistung: LeistungToSave,
): Promise<void> {
  await saveLeistungen(db, tenantId, [leistung]);
  await saveSearchIndex(db, tenantId, {
    leistungId: leistung.id,
    index: indexOf(leistung.content),
  });
}
