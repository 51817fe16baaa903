import type { Context } from "../../../platform/context/context.ts";
import type { LeistungWithOffice } from "../../catalogue/index.ts";
import { findOffice, type Office } from "../../tenants/index.ts";

/** Whom the applicant reaches within the authority: the office that its rules chose, as long as it is there, else the one of the Leistung. */
export async function officeFor(
  context: Context,
  leistung: LeistungWithOffice | undefined,
  officeSlug: string | undefined,
): Promise<Office | null | undefined> {
  const { tenantId } = context;
  const chosen =
    officeSlug === undefined
      ? undefined
      : await context.read((db) => findOffice(db, tenantId, officeSlug));
  return chosen ?? leistung?.office;
}
