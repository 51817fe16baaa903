import type { Context } from "../../../platform/context/context.ts";
import { findOffice } from "../../tenants/index.ts";
import type { LeistungWithOffice } from "../domain/leistung.ts";
import * as store from "../store/leistung-store.ts";

/** A Leistung of this portal by the last part of its address, with its office; undefined also when only another authority has it. Two statements. */
export async function findLeistungBySlug(
  context: Context,
  slug: string,
): Promise<LeistungWithOffice | undefined> {
  const { tenantId } = context;
  return context.transaction(async (db) => {
    const leistung = await store.findLeistungBySlug(db, tenantId, slug);
    if (!leistung) return undefined;
    const office = await findOffice(db, tenantId, leistung.officeSlug);
    return { ...leistung, office: office ?? null };
  });
}
