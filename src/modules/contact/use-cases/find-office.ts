import type { Context } from "../../../platform/context/context.ts";
import { findOffice, type Office } from "../../tenants/index.ts";

/** An office of this authority; undefined for one of another, which has its own portal. One statement. */
export async function findOfficeToWriteTo(
  context: Context,
  slug: string,
): Promise<Office | undefined> {
  const office = await context.transaction((db) =>
    findOffice(db, context.tenantId, slug),
  );
  return office?.authority === null ? office : undefined;
}
