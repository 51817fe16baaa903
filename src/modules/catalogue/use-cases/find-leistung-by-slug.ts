import type { Context } from "../../../platform/context/context.ts";
import { findOffice } from "../../tenants/index.ts";
import type { LeistungWithOffice } from "../domain/leistung.ts";
import * as store from "../store/leistung-store.ts";

/**
 * A Leistung of this portal by the last part of its address, with its office; undefined also when it is hidden, has not begun or has ended, and
 * when only another authority has it. Two statements.
 */
export function findLeistungBySlug(
  context: Context,
  slug: string,
): Promise<LeistungWithOffice | undefined> {
  return find(context, { slug, among: "shown" });
}

/** The same for what was sent before it was hidden or ended: receipts and hand-overs still name it. Two statements. */
export function findKeptLeistung(
  context: Context,
  slug: string,
): Promise<LeistungWithOffice | undefined> {
  return find(context, { slug, among: "kept" });
}

function find(
  context: Context,
  wanted: Parameters<typeof store.findLeistungBySlug>[2],
): Promise<LeistungWithOffice | undefined> {
  const { tenantId } = context;
  return context.transaction(async (db) => {
    const leistung = await store.findLeistungBySlug(db, tenantId, wanted);
    if (!leistung) return undefined;
    const { officeSlug } = leistung.content;
    const office = await findOffice(db, tenantId, officeSlug);
    return { ...leistung, office: office ?? null };
  });
}
