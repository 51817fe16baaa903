import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { findFormKey, savePublication } from "../store/form-store.ts";

export type PublishFormRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "form-version-unknown" };

/**
 * Makes a stored version the one this tenant's applicants fill in from now on; drafts keep theirs. For the system (command line, demo)
 * and staff with `forms.publish`. Idempotent: publishing the same version again changes only when and by whom.
 */
export async function publishForm(
  context: Context,
  { formVersionId }: { readonly formVersionId: string },
): Promise<Result<{ formKey: string }, PublishFormRefusal>> {
  if (context.actor.kind !== "system" && !context.actor.may("forms.publish"))
    return refuse({ kind: "not-permitted" });
  return context.transaction(async (db) => {
    const formKey = await findFormKey(db, formVersionId);
    if (formKey === undefined) return refuse({ kind: "form-version-unknown" });
    await savePublication(db, {
      tenantId: context.tenantId,
      formKey,
      formVersionId,
      publishedAt: context.now,
      publishedBy: context.actor.id,
    });
    return ok({ formKey });
  });
}
