import type { Context } from "../../../platform/context/context.ts";
import { findOffice } from "../../tenants/index.ts";
import type { LeistungWithOffice } from "../domain/leistung.ts";
import * as store from "../store/leistung-store.ts";

export class LeistungMissingError extends Error {
  readonly code = "leistung-missing";

  constructor(id: string) {
    super(`catalogue: this tenant has no Leistung ${id}`);
  }
}

/** A Leistung by its id, with its office. Throws `LeistungMissingError` when this tenant has none of that id: ids come from our own rows. */
export async function getLeistung(
  context: Context,
  id: string,
): Promise<LeistungWithOffice> {
  const { tenantId } = context;
  return context.transaction(async (db) => {
    const leistung = await store.findLeistung(db, tenantId, id);
    if (!leistung) throw new LeistungMissingError(id);
    const office = await findOffice(db, tenantId, leistung.officeSlug);
    return { ...leistung, office: office ?? null };
  });
}
