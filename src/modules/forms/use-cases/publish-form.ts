import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import { recordAudit } from "../../audit/index.ts";
import { findFormKey, saveFormVersion } from "../store/form-store.ts";
import { savePublication } from "../store/publication-store.ts";
import { checkForm, type FormReport } from "./check-form.ts";
import { mayPublishForms } from "./may-forms.ts";
import { refineForm, type Refinement } from "./refine-form.ts";

export type PublishFormRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "form-version-unknown" }
  /** It contradicts itself or its source; the report says where. */
  | { readonly kind: "not-publishable"; readonly report: FormReport };

export type PublishedForm = {
  readonly formKey: string;
  /** What applicants fill in: the version with the overlays in it. */
  readonly formVersionId: string;
  /** What an editor should look at nevertheless. */
  readonly report: FormReport;
};

/**
 * Puts an imported version together with the overlays of the authorities above and the tenant's own, and makes it what this tenant's
 * applicants fill in from now on; drafts keep theirs, and with `replacesDrafts` must move before they are sent. Refuses a form that contradicts itself. For the system (command line, demo) and
 * staff with `forms.publish`; audited. Idempotent: publishing the same again changes only when and by whom.
 */
export async function publishForm(
  context: Context,
  {
    formVersionId,
    replacesDrafts = false,
  }: {
    readonly formVersionId: string;
    readonly replacesDrafts?: boolean;
  },
): Promise<Result<PublishedForm, PublishFormRefusal>> {
  if (!mayPublishForms(context)) return refuse({ kind: "not-permitted" });
  return context.transaction(async (db) => {
    const formKey = await findFormKey(db, formVersionId);
    const refinement =
      formKey === undefined
        ? undefined
        : await refineForm(context, db, {
            formKey,
            baseVersionId: formVersionId,
          });
    // What was compiled here is no start for another: its overlays would be in it twice.
    if (!refinement || refinement.base.definition.provenance.overlays)
      return refuse({ kind: "form-version-unknown" as const });
    const report = checkForm(refinement, germanDay(context.now));
    if (!report.isPublishable)
      return refuse({ kind: "not-publishable" as const, report });
    return ok({
      ...(await publish(context, db, { ...refinement, replacesDrafts })),
      report,
    });
  });
}

async function publish(
  context: Context,
  db: Db,
  {
    base,
    definition,
    own,
    replacesDrafts,
  }: Refinement & { readonly replacesDrafts: boolean },
): Promise<Omit<PublishedForm, "report">> {
  const formKey = definition.key;
  const formVersionId = await saveFormVersion(db, definition, context.now);
  await savePublication(db, {
    tenantId: context.tenantId,
    formKey,
    formVersionId,
    baseVersionId: base.formVersionId,
    overlayVersion: own?.version,
    publishedAt: context.now,
    publishedBy: context.actor.id,
    replacesDrafts,
  });
  await recordAudit(context, db, {
    action: "forms.published",
    subject: { kind: "form", id: formKey },
    details: {
      formVersionId,
      overlayVersion: own?.version ?? 0,
      replacesDrafts,
    },
  });
  return { formKey, formVersionId };
}
