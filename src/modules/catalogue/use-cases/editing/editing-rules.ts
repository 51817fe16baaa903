import type { Context } from "../../../../platform/context/context.ts";
import type { Db } from "../../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../../platform/result/result.ts";
import { recordAudit } from "../../../audit/index.ts";
import { reviewIntervals } from "../../domain/editing/review.ts";
import {
  findEditingRules,
  saveEditingRules,
  type EditingRules,
} from "../../store/editing-rule-store.ts";
import { findEdited } from "../../store/editor-store.ts";
import { findPlan, listUnapprovedPlans } from "../../store/plan-store.ts";
import { applyInterval } from "../../store/review-store.ts";
import type { EditorNotices } from "./editor-notices.ts";
import { planToRequest } from "./plan-publication.ts";

export type { EditingRules };

/** Permission to set how the editors of an authority work: the administrator's, not the editors'. */
export const rulesPermission = "catalogue.rules";

/** For editors and who sets them; undefined for others. */
export async function readEditingRules(
  context: Context,
): Promise<EditingRules | undefined> {
  const { actor, tenantId } = context;
  if (!actor.may(rulesPermission) && !actor.may("catalogue.edit"))
    return undefined;
  return context.read((db) => findEditingRules(db, tenantId));
}

export type SetRulesRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "interval-unknown" };

/**
 * Sets how editors work. A new interval counts for what is published already, too; with four eyes, what was planned before waits for another
 * editor, who is told. Idempotent. Audited.
 */
export async function setEditingRules(
  context: Context,
  rules: EditingRules,
  notices?: EditorNotices,
): Promise<Result<void, SetRulesRefusal>> {
  const { actor, tenantId, now } = context;
  if (!actor.may(rulesPermission)) return refuse({ kind: "not-permitted" });
  const { reviewMonths } = rules;
  if (
    reviewMonths !== null &&
    !reviewIntervals.some((it) => it === reviewMonths)
  )
    return refuse({ kind: "interval-unknown" });
  return context.transaction(async (db) => {
    const before = await findEditingRules(db, tenantId);
    const change = { at: now, by: actor.id };
    await saveEditingRules(db, tenantId, { rules, change });
    if (before.reviewMonths !== reviewMonths)
      await applyInterval(db, tenantId, reviewMonths);
    if (rules.needsApproval && !before.needsApproval)
      await stopUnapprovedPlans(context, db, notices);
    await recordAudit(context, db, {
      action: "catalogue.rules-set",
      subject: { kind: "tenant", id: tenantId },
      details: {
        months: reviewMonths ?? 0,
        needsSecondPerson: rules.needsApproval,
      },
    });
    return ok(undefined);
  });
}

async function stopUnapprovedPlans(
  context: Context,
  db: Db,
  notices: EditorNotices | undefined,
): Promise<void> {
  const { tenantId } = context;
  for (const id of await listUnapprovedPlans(db, tenantId)) {
    const current = await findEdited(db, tenantId, { id, lock: "update" });
    const plan = await findPlan(db, tenantId, id);
    if (current && plan?.approvedBy === null)
      await planToRequest(context, db, { plan, current, notices });
  }
}
