import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import type { OfficeVisits } from "../domain/office.ts";
import { updateVisits } from "../store/office-store.ts";

export type ChangeVisitsRefusal =
  { readonly kind: "not-permitted" } | { readonly kind: "office-not-found" };

/** Writes what visitors of an office read before they set out; everybody sees it at once. For `catalogue.edit`. */
export async function changeVisits(
  context: Context,
  slug: string,
  visits: OfficeVisits,
): Promise<Result<void, ChangeVisitsRefusal>> {
  const { actor, tenantId } = context;
  if (!actor.may("catalogue.edit")) return refuse({ kind: "not-permitted" });
  return context.transaction(async (db) => {
    if (!(await updateVisits(db, tenantId, { slug, ...visits })))
      return refuse({ kind: "office-not-found" });
    await recordAudit(context, db, {
      action: "office.changed",
      subject: { kind: "tenant", id: tenantId },
    });
    return ok(undefined);
  });
}
