import type { Context } from "../../../../platform/context/context.ts";
import type { Db } from "../../../../platform/database/database.ts";
import { enqueue } from "../../../../platform/jobs/enqueue.ts";
import { ok, refuse, type Result } from "../../../../platform/result/result.ts";
import { isId, newId } from "../../../../platform/values/id.ts";
import { recordAudit } from "../../../audit/index.ts";
import { togetherWith, type FourEyes } from "../../domain/editing/approval.ts";
import { typedLeistung } from "../../domain/typed/leistung-form.ts";
import { publishPlannedJob } from "../../domain/editing/publish-planned-job.ts";
import { deleteDraft, findDraft, saveDraft } from "../../store/draft-store.ts";
import { findApproval } from "../../store/approval-store.ts";
import { findEdited, type EditedLeistung } from "../../store/editor-store.ts";
import {
  deletePlan,
  findPlan,
  listPlans,
  savePlan,
  type Plan,
  type PlannedMoment,
} from "../../store/plan-store.ts";
import { contentNow } from "./content-now.ts";
import type { EditorNotices } from "./editor-notices.ts";
import { askIn, needsApproval } from "./four-eyes.ts";
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
    if (await needsApproval(db, tenantId))
      return refuse({ kind: "needs-approval" });
    await planIn(context, db, {
      ...{ id, base, content, publishAt },
      plannedBy: actor.id,
      authors: known?.authors ?? [],
      approvedBy: null,
    });
    await deleteDraft(db, tenantId, id);
    return ok(undefined);
  });
}

/** Keeps a plan and its job in the caller's transaction, in place of an earlier one. */
export async function planIn(
  context: Context,
  db: Db,
  {
    id,
    ...plan
  }: ContentToPublish &
    FourEyes & { readonly publishAt: Date; readonly plannedBy: string },
): Promise<void> {
  const planId = newId();
  await savePlan(db, context.tenantId, {
    ...plan,
    id: planId,
    leistungId: id,
    plannedAt: context.now,
  });
  await enqueueFor(db, {
    id: planId,
    leistungId: id,
    publishAt: plan.publishAt,
  });
  await recordAudit(context, db, {
    action: "catalogue.publication-planned",
    subject: { kind: "leistung", id },
  });
}

/** One that waits already is enough. */
function enqueueFor(
  db: Db,
  { id, leistungId, publishAt }: PlannedMoment,
): Promise<void> {
  return enqueue(db, {
    name: publishPlannedJob,
    payload: { leistungId, planId: id },
    runAt: publishAt,
    uniqueKey: id,
  });
}

/** Gives each plan its job again where that was lost: with an import that leaves jobs out, or after the last attempt. Idempotent. */
export async function keepPlans(context: Context): Promise<void> {
  await context.transaction(async (db) => {
    for (const planned of await listPlans(db, context.tenantId))
      await enqueueFor(db, planned);
  });
}

/** Makes a draft of what was planned; one that was begun meanwhile stays as it is. False when nothing was planned. */
export async function takeBackPlan(
  context: Context,
  leistungId: string,
): Promise<boolean> {
  const { tenantId } = context;
  if (!mayEdit(context) || !isId(leistungId)) return false;
  return context.transaction(async (db) => {
    const id = leistungId;
    await findEdited(db, tenantId, { id, lock: "update" });
    const plan = await findPlan(db, tenantId, id);
    if (!plan) return false;
    await planToDraft(context, db, plan);
    await recordAudit(context, db, {
      action: "catalogue.publication-taken-back",
      subject: { kind: "leistung", id },
    });
    return true;
  });
}

/** Who wrote the plan wrote the draft, not who takes it back. */
async function planToDraft(
  context: Context,
  db: Db,
  plan: Plan,
): Promise<void> {
  const { tenantId, now } = context;
  const { leistungId, base, authors, plannedBy } = plan;
  await deletePlan(db, tenantId, leistungId);
  if (await findDraft(db, tenantId, leistungId)) return;
  const typed = typedLeistung(plan.content);
  await saveDraft(db, tenantId, {
    ...{ leistungId, base, authors, typed },
    revision: 1,
    savedAt: now,
    savedBy: plannedBy,
    before: typed,
  });
}

/** What was planned before the authority wanted four eyes waits for another editor now. Under the lock of its Leistung. */
export async function planToRequest(
  context: Context,
  db: Db,
  {
    plan,
    current,
    notices,
  }: {
    readonly plan: Plan;
    readonly current: EditedLeistung;
    readonly notices: EditorNotices | undefined;
  },
): Promise<void> {
  const { tenantId } = context;
  if (await findApproval(db, tenantId, current.id))
    return planToDraft(context, db, plan);
  await deletePlan(db, tenantId, current.id);
  await askIn(context, db, {
    asked: {
      leistungId: current.id,
      title: current.content.title.de,
      content: plan.content,
      base: plan.base,
      draftRevision: null,
      authors: togetherWith(plan.authors, plan.plannedBy),
      publishAt: plan.publishAt,
    },
    notices,
    requestedBy: plan.plannedBy,
  });
}

/**
 * Publishes what was planned, once it is time; does nothing where it was taken back, planned anew or published already. What an import has
 * changed since in other parts stays. What nobody approved waits instead, where the authority wants four eyes. Answers the milliseconds that are left where it is too early.
 */
export async function publishPlanned(
  context: Context,
  {
    leistungId,
    planId,
  }: { readonly leistungId: string; readonly planId: string },
  notices?: EditorNotices,
): Promise<number> {
  const { tenantId, now } = context;
  return context.transaction(async (db) => {
    const id = leistungId;
    const current = await findEdited(db, tenantId, { id, lock: "update" });
    const plan = await findPlan(db, tenantId, id);
    if (!current || plan?.id !== planId) return 0;
    if (plan.publishAt > now) return plan.publishAt.getTime() - now.getTime();
    const { authors, approvedBy } = plan;
    const published = await publishIn(context, db, {
      id,
      base: current.version,
      content: await contentNow(db, tenantId, { made: plan, current }),
      publishedBy: plan.plannedBy,
      authors,
      approvedBy,
    });
    if (published.ok) await deletePlan(db, tenantId, id);
    else await planToRequest(context, db, { plan, current, notices });
    return 0;
  });
}
