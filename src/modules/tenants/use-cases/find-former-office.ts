import type { Context } from "../../../platform/context/context.ts";
import type { FormerOffice } from "../domain/former-office.ts";
import * as store from "../store/former-office-store.ts";

/** An office of this authority that was closed; undefined where there never was one of that name. One statement. */
export function findFormerOffice(
  context: Context,
  slug: string,
): Promise<FormerOffice | undefined> {
  return context.read((db) =>
    store.findFormerOffice(db, context.tenantId, slug),
  );
}
