import type { Context } from "../../../platform/context/context.ts";
import { findOffice } from "../../tenants/index.ts";
import type { LeistungWithOffice } from "../domain/leistung.ts";

/** The office that a rule names, as long as it is there, instead of the one of the Leistung. */
export async function atOffice(
  context: Context,
  leistung: LeistungWithOffice,
  officeSlug: string | undefined,
): Promise<LeistungWithOffice> {
  if (officeSlug === undefined) return leistung;
  const { tenantId } = context;
  const office = await context.read((db) =>
    findOffice(db, tenantId, officeSlug),
  );
  return office ? { ...leistung, office } : leistung;
}
