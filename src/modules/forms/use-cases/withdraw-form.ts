import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import { deletePublication } from "../store/publication-store.ts";
import { mayPublishForms } from "./may-forms.ts";

export type WithdrawFormRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "not-published" };

/**
 * Takes back what the tenant has published under a key: from then on its applicants fill in what the nearest authority above publishes, or
 * nothing where nobody does. Drafts go on. For the system and staff with `forms.publish`; audited.
 */
export async function withdrawForm(
  context: Context,
  formKey: string,
): Promise<Result<void, WithdrawFormRefusal>> {
  if (!mayPublishForms(context)) return refuse({ kind: "not-permitted" });
  return context.transaction(async (db) => {
    const { tenantId } = context;
    if (!(await deletePublication(db, { tenantId, formKey })))
      return refuse({ kind: "not-published" as const });
    await recordAudit(context, db, {
      action: "forms.withdrawn",
      subject: { kind: "form", id: formKey },
    });
    return ok(undefined);
  });
}
