import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import type { OfficeChanges } from "../domain/office.ts";
import { updateOffice } from "../store/office-store.ts";

export type ChangeOfficeRefusal =
  { readonly kind: "not-permitted" } | { readonly kind: "office-not-found" };

/** Writes how people find and reach an office; everybody sees it at once. Its address stays. For `catalogue.edit`. */
export async function changeOffice(
  context: Context,
  slug: string,
  changes: OfficeChanges,
): Promise<Result<void, ChangeOfficeRefusal>> {
  const { actor, tenantId } = context;
  if (!actor.may("catalogue.edit")) return refuse({ kind: "not-permitted" });
  return context.transaction(async (db) => {
    if (!(await updateOffice(db, tenantId, { slug, ...changes })))
      return refuse({ kind: "office-not-found" });
    await recordAudit(context, db, {
      action: "office.changed",
      subject: { kind: "tenant", id: tenantId },
    });
    return ok(undefined);
  });
}
