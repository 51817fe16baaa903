import { dayOf } from "../../../platform/calendar/calendar-day.ts";
import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { isId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { isSameContent } from "../domain/content-changes.ts";
import { followAboveJob } from "../domain/follow-above-job.ts";
import { overriddenBy } from "../domain/layers.ts";
import type { LeistungContent } from "../domain/leistung-content.ts";
import { parseContent } from "../store/content-schema.ts";
import { deleteDraft, findDraft } from "../store/draft-store.ts";
import { findEdited, type EditedLeistung } from "../store/editor-store.ts";
import { saveOverridden } from "../store/inherited-store.ts";
import { deletePlan } from "../store/plan-store.ts";
import { countReviewFrom } from "../store/review-store.ts";
import {
  conflictWith,
  type DraftConflict,
  type TypedDraft,
} from "./keep-draft.ts";
import { saveLeistung } from "./save-leistung.ts";

const mayEdit = ({ actor }: Context) => actor.may("catalogue.edit");

export type PublishRefusal =
  | { readonly kind: "not-found" }
  /** Somebody else published since; `current` is what everybody reads now. */
  | { readonly kind: "changed-since"; readonly current: EditedLeistung };

/** A content to be published, and the version it was made from. */
export type ContentToPublish = {
  readonly id: string;
  readonly base: number;
  readonly content: LeistungContent;
};

/**
 * Makes a content what everybody reads, as a new version. Refuses when `base` is not the version it was made from. Content that is there
 * already changes nothing. A draft stays. For editors (`catalogue.edit`).
 */
export async function publishContent(
  context: Context,
  given: ContentToPublish,
): Promise<Result<"published" | "unchanged", PublishRefusal>> {
  if (!mayEdit(context) || !isId(given.id))
    return refuse({ kind: "not-found" });
  return context.transaction((db) => publishIn(context, db, given));
}

/** Publishes what an editor has before them, and ends its draft and what was planned. Refuses as `publishContent` does, and when somebody else saved the draft since. */
export async function publishTyped(
  context: Context,
  given: ContentToPublish,
  draft: TypedDraft,
): Promise<Result<"published" | "unchanged", PublishRefusal | DraftConflict>> {
  const { tenantId } = context;
  const { id } = given;
  if (!mayEdit(context) || !isId(id)) return refuse({ kind: "not-found" });
  return context.transaction(async (db) => {
    await findEdited(db, tenantId, { id, lock: "update" });
    const known = await findDraft(db, tenantId, id);
    if (known && known.revision !== draft.revision)
      return refuse(await conflictWith(db, tenantId, { known, given: draft }));
    const published = await publishIn(context, db, given);
    if (!published.ok) return published;
    await deleteDraft(db, tenantId, id);
    await deletePlan(db, tenantId, id);
    return published;
  });
}

/** In the caller's transaction, for somebody who was asked already: an editor, or who planned it. */
export async function publishIn(
  context: Context,
  db: Db,
  {
    id,
    base,
    content,
    publishedBy = context.actor.id,
  }: ContentToPublish & { readonly publishedBy?: string },
): Promise<Result<"published" | "unchanged", PublishRefusal>> {
  const { tenantId } = context;
  const current = await findEdited(db, tenantId, { id, lock: "update" });
  if (!current) return refuse({ kind: "not-found" });
  if (current.version !== base)
    return refuse({ kind: "changed-since", current });
  const next = parseContent(content);
  if (isSameContent(next, current.content)) return ok("unchanged");
  await saveLeistung(db, tenantId, {
    ...current,
    content: next,
    updatedAt: context.now,
    publishedBy,
  });
  if (current.inherited)
    await saveOverridden(db, tenantId, {
      leistungId: id,
      before: current.inherited,
      overridden: overriddenBy(next, current.content, current.inherited),
    });
  await countReviewFrom(db, tenantId, {
    leistungId: id,
    today: dayOf(context.now),
  });
  await enqueue(db, { name: followAboveJob, payload: {}, uniqueKey: "follow" });
  await recordAudit(context, db, {
    action: "catalogue.leistung-published",
    subject: { kind: "leistung", id },
    details: { version: base + 1 },
  });
  return ok("published");
}
