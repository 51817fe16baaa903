import type { Context } from "../../../platform/context/context.ts";
import { enqueueForTenant } from "../../../platform/jobs/enqueue.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { followAboveJob } from "../domain/follow-above-job.ts";
import { saveFormKey } from "../store/leistung-store.ts";

export type SetFormRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "leistung-not-found" };

/** Puts a published form behind "Online beantragen"; null takes it away. Portals below that word it their own way hear of it. For the operator's commands (system) and editors (`catalogue.edit`). */
export async function setFormOfLeistung(
  context: Context,
  slug: string,
  formKey: string | null,
): Promise<Result<void, SetFormRefusal>> {
  const { actor, tenantId } = context;
  if (actor.kind !== "system" && !actor.may("catalogue.edit")) {
    return refuse({ kind: "not-permitted" });
  }
  return context.transaction(async (db) => {
    const isSaved = await saveFormKey(db, tenantId, { slug, formKey });
    if (!isSaved) return refuse({ kind: "leistung-not-found" });
    await enqueueForTenant(db, followAboveJob);
    return ok(undefined);
  });
}
