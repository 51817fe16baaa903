import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { isId, newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { merged } from "../domain/content-changes.ts";
import { typedLeistung } from "../domain/leistung-form.ts";
import { publishPlannedJob } from "../domain/publish-planned-job.ts";
import { deleteDraft, findDraft, saveDraft } from "../store/draft-store.ts";
import {
  findEdited,
  listVersions,
  type EditedLeistung,
} from "../store/editor-store.ts";
import {
  deletePlan,
  findPlan,
  savePlan,
  type Plan,
} from "../store/plan-store.ts";
import {
  conflictWith,
  type DraftConflict,
  type TypedDraft,
} from "./keep-draft.ts";
import {
  publishIn,
  type ContentToPublish,
  type PublishRefusal,
} from "./publish-content.ts";

export type { Plan };

const mayEdit = ({ actor }: Context) => actor.may("catalogue.edit");

/** Undefined also without `catalogue.edit`, and for a Leistung of another tenant. */
export async function readPlan(
  context: Context,
  leistungId: string,
): Promise<Plan | undefined> {
  if (!mayEdit(context) || !isId(leistungId)) return undefined;
  return context.transaction((db) =>
    findPlan(db, context.tenantId, leistungId),
  );
}

/**
 * Keeps a content to be published at a moment, in place of what was planned before, and ends its draft. Until then nobody but editors sees it.
 * Refuses as `publishTyped` does.
 */
export async function planPublication(
  context: Context,
  given: ContentToPublish & { readonly publishAt: Date },
  draft: TypedDraft,
): Promise<Result<void, PublishRefusal | DraftConflict>> {
  const { tenantId, actor } = context;
  const { id, base, content, publishAt } = given;
  if (!mayEdit(context) || !isId(id)) return refuse({ kind: "not-found" });
  return context.transaction(async (db) => {
    const current = await findEdited(db, tenantId, { id, lock: "update" });
    if (!current) return refuse({ kind: "not-found" });
    const known = await findDraft(db, tenantId, id);
    if (known && known.revision !== draft.revision)
      return refuse(await conflictWith(db, tenantId, { known, given: draft }));
    if (current.version !== base)
      return refuse({ kind: "changed-since", current });
    const planId = newId();
    await savePlan(db, tenantId, {
      id: planId,
      leistungId: id,
      content,
      base,
      publishAt,
      plannedAt: context.now,
      plannedBy: actor.id,
    });
    await deleteDraft(db, tenantId, id);
    await enqueue(db, {
      name: publishPlannedJob,
      payload: { leistungId: id, planId },
      runAt: publishAt,
    });
    await recordAudit(context, db, {
      action: "catalogue.publication-planned",
      subject: { kind: "leistung", id },
    });
    return ok(undefined);
  });
}

/** Makes a draft of what was planned; one that was begun meanwhile stays as it is. False when nothing was planned. */
export async function takeBackPlan(
  context: Context,
  leistungId: string,
): Promise<boolean> {
  const { tenantId, actor } = context;
  if (!mayEdit(context) || !isId(leistungId)) return false;
  return context.transaction(async (db) => {
    const id = leistungId;
    await findEdited(db, tenantId, { id, lock: "update" });
    const plan = await findPlan(db, tenantId, id);
    if (!plan) return false;
    await deletePlan(db, tenantId, id);
    if (!(await findDraft(db, tenantId, id)))
      await saveDraft(db, tenantId, {
        leistungId,
        base: plan.base,
        revision: 1,
        typed: typedLeistung(plan.content),
        savedAt: context.now,
        savedBy: actor.id,
        before: typedLeistung(plan.content),
      });
    await recordAudit(context, db, {
      action: "catalogue.publication-taken-back",
      subject: { kind: "leistung", id },
    });
    return true;
  });
}

/**
 * Publishes what was planned, once it is time; does nothing where it was taken back, planned anew or published already. What an import has
 * changed since in other parts stays. Answers the milliseconds that are left where it is too early.
 */
export async function publishPlanned(
  context: Context,
  {
    leistungId,
    planId,
  }: { readonly leistungId: string; readonly planId: string },
): Promise<number> {
  const { tenantId, now } = context;
  return context.transaction(async (db) => {
    const id = leistungId;
    const current = await findEdited(db, tenantId, { id, lock: "update" });
    const plan = await findPlan(db, tenantId, id);
    if (!current || plan?.id !== planId) return 0;
    if (plan.publishAt > now) return plan.publishAt.getTime() - now.getTime();
    await publishIn(context, db, {
      id,
      base: current.version,
      content: await contentNow(db, tenantId, { plan, current }),
      publishedBy: plan.plannedBy,
    });
    await deletePlan(db, tenantId, id);
    return 0;
  });
}

async function contentNow(
  db: Db,
  tenantId: string,
  { plan, current }: { readonly plan: Plan; readonly current: EditedLeistung },
) {
  if (current.version === plan.base) return plan.content;
  const [base] = await listVersions(db, tenantId, {
    leistungId: plan.leistungId,
    limit: 1,
    upTo: plan.base,
  });
  return merged({
    base: base?.content ?? current.content,
    mine: plan.content,
    theirs: current.content,
  });
}
