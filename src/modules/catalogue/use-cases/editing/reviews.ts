import {
  dayOf,
  type CalendarDay,
} from "../../../../platform/calendar/calendar-day.ts";
import type { Context } from "../../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../../platform/result/result.ts";
import { isId, newId } from "../../../../platform/values/id.ts";
import { recordAudit } from "../../../audit/index.ts";
import { nextReview, type Review } from "../../domain/editing/review.ts";
import { findEditingRules } from "../../store/editing-rule-store.ts";
import { findEdited } from "../../store/editor-store.ts";
import {
  deleteReview,
  findReview,
  listReviewChecks,
  saveReview,
  saveReviewCheck,
  type ReviewCheck,
} from "../../store/review-store.ts";

export type { ReviewCheck };

/** A review as the editor sees it. */
export type ShownReview = {
  /** Undefined where nobody is to look. */
  readonly review: Review | undefined;
  readonly today: CalendarDay;
  /** The day that a check today would lead to. */
  readonly nextOn: CalendarDay;
};

const mayEdit = ({ actor }: Context) => actor.may("catalogue.edit");

/** Undefined without `catalogue.edit`; nothing is due of a Leistung of another tenant. */
export async function readReview(
  context: Context,
  leistungId: string,
): Promise<ShownReview | undefined> {
  const { tenantId, now } = context;
  if (!mayEdit(context) || !isId(leistungId)) return undefined;
  const today = dayOf(now);
  return context.read(async (db) => {
    const [review, { reviewMonths }] = await Promise.all([
      findReview(db, tenantId, leistungId),
      findEditingRules(db, tenantId),
    ]);
    return { review, today, nextOn: nextReview(today, reviewMonths) };
  });
}

/** Sets the day of the next look; undefined takes it away. Refuses one that is past. Audited. */
export async function chooseReviewDay(
  context: Context,
  { id, day }: { readonly id: string; readonly day: CalendarDay | undefined },
): Promise<Result<void, { readonly kind: "not-found" | "past" }>> {
  const { tenantId } = context;
  if (!mayEdit(context) || !isId(id)) return refuse({ kind: "not-found" });
  if (day !== undefined && day < dayOf(context.now))
    return refuse({ kind: "past" });
  return context.transaction(async (db) => {
    if (!(await findEdited(db, tenantId, { id, lock: "update" })))
      return refuse({ kind: "not-found" });
    if (day === undefined) await deleteReview(db, tenantId, id);
    else
      await saveReview(db, tenantId, {
        leistungId: id,
        dueOn: day,
        countedFrom: null,
      });
    await recordAudit(context, db, {
      action: "catalogue.review-set",
      subject: { kind: "leistung", id },
      ...(day !== undefined && { details: { until: day } }),
    });
    return ok(undefined);
  });
}

/**
 * Notes that somebody looked at a version and found nothing to change, and sets the next day. Refuses where another version was published
 * meanwhile. Audited, and shown among the versions.
 */
export async function confirmReview(
  context: Context,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<Result<void, { readonly kind: "not-found" | "changed-since" }>> {
  const { tenantId, now, actor } = context;
  if (!mayEdit(context) || !isId(id)) return refuse({ kind: "not-found" });
  return context.transaction(async (db) => {
    const current = await findEdited(db, tenantId, { id, lock: "update" });
    if (!current) return refuse({ kind: "not-found" });
    if (current.version !== version) return refuse({ kind: "changed-since" });
    const { reviewMonths } = await findEditingRules(db, tenantId);
    const today = dayOf(now);
    await saveReview(db, tenantId, {
      leistungId: id,
      dueOn: nextReview(today, reviewMonths),
      countedFrom: today,
    });
    await saveReviewCheck(db, tenantId, {
      id: newId(),
      leistungId: id,
      version,
      checkedAt: now,
      checkedBy: actor.id,
    });
    await recordAudit(context, db, {
      action: "catalogue.review-confirmed",
      subject: { kind: "leistung", id },
      details: { version },
    });
    return ok(undefined);
  });
}

/** Checks of some versions, the newest first; none without `catalogue.edit`. */
export async function readReviewChecks(
  context: Context,
  asked: { readonly leistungId: string; readonly versions: readonly number[] },
): Promise<readonly ReviewCheck[]> {
  const { tenantId } = context;
  if (!mayEdit(context) || !isId(asked.leistungId)) return [];
  return context.read((db) => listReviewChecks(db, tenantId, asked));
}
