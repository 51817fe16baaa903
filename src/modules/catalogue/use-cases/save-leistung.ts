import type { Db } from "../../../platform/database/database.ts";
import { indexOf } from "../domain/search-index.ts";
import {
  saveLeistung as saveRow,
  type LeistungToSave,
} from "../store/leistung-store.ts";
import { saveSearchIndex } from "../store/search-store.ts";

/** Writes a Leistung and what the search knows of it, in the caller's transaction. Idempotent by id. */
export async function saveLeistung(
  db: Db,
  tenantId: string,
  leistung: LeistungToSave,
): Promise<void> {
  await saveRow(db, tenantId, leistung);
  await saveSearchIndex(db, tenantId, {
    leistungId: leistung.id,
    index: indexOf(leistung),
  });
}
