import type { Db } from "../../../platform/database/database.ts";
import { indexOf } from "../domain/search/search-index.ts";
import {
  saveLeistungen,
  type LeistungToSave,
} from "../store/save-leistungen.ts";
import { saveSearchIndexes } from "../store/search-store.ts";

/** Publishes a Leistung: writes it, a version where the content is new, and what the search knows of it, in the caller's transaction. Idempotent by id. */
export async function saveLeistung(
  db: Db,
  tenantId: string,
  leistung: LeistungToSave,
): Promise<void> {
  await publishLeistungen(db, tenantId, [leistung]);
}

/** The same for many at once, in as many statements as for one. */
export async function publishLeistungen(
  db: Db,
  tenantId: string,
  leistungen: readonly LeistungToSave[],
): Promise<void> {
  await saveLeistungen(db, tenantId, leistungen);
  await saveSearchIndexes(
    db,
    tenantId,
    leistungen.map(({ id, content }) => ({
      leistungId: id,
      index: indexOf(content),
    })),
  );
}
