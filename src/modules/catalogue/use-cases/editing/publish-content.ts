import { dayOf } from "../../../../platform/calendar/calendar-day.ts";
import type { Context } from "../../../../platform/context/context.ts";
import type { Db } from "../../../../platform/database/database.ts";
import { enqueueForTenant } from "../../../../platform/jobs/enqueue.ts";
import { ok, refuse, type Result } from "../../../../platform/result/result.ts";
import { isId } from "../../../../platform/values/id.ts";
import { recordAudit } from "../../../audit/index.ts";
import { togetherWith, type FourEyes } from "../../domain/editing/approval.ts";
import { isSameContent } from "../../domain/editing/content-changes.ts";
import { followAboveJob } from "../../domain/follow-above-job.ts";
import { overriddenBy } from "../../domain/content/layers.ts";
import type { LeistungContent } from "../../domain/content/leistung-content.ts";
import { findApproval } from "../../store/approval-store.ts";
import { parseContent } from "../../store/content-schema.ts";
import { deleteDraft, findDraft } from "../../store/draft-store.ts";
import { findEdited, type EditedLeistung } from "../../store/editor-store.ts";
import { saveOverridden } from "../../store/inherited-store.ts";
import { deletePlan } from "../../store/plan-store.ts";
import { countReviewFrom } from "../../store/review-store.ts";
import type { EditorNotices } from "./editor-notices.ts";
import { askIn, listUnseenAuthors, needsApproval } from "./four-eyes.ts";
import {
  conflictWith,
  type DraftConflict,
  type TypedDraft,
} from "./keep-draft.ts";
import { saveLeistung } from "../save-leistung.ts";

const mayEdit = ({ actor }: Context) => actor.may("catalogue.edit");

export type PublishRefusal =
  | { readonly kind: "not-found" }
  /** Somebody else published since; `current` is what everybody reads now. */
  | { readonly kind: "changed-since"; readonly current: EditedLeistung }
  /** The authority wants another editor to approve it first. */
  | { readonly kind: "needs-approval" }
  /** Something else of the Leistung waits for another editor. */
  | { readonly kind: "waits-already" };

/** A content to be published, and the version it was made from. */
export type ContentToPublish = {
  readonly id: string;
  readonly base: number;
  readonly content: LeistungContent;
};

/**
 * Makes a content what everybody reads, as a new version. Refuses when `base` is not the version it was made from. Content that is there
 * already changes nothing. A draft stays. Where the authority wants four eyes it waits for another editor instead. For editors
 * (`catalogue.edit`).
 */
export async function publishContent(
  context: Context,
  given: ContentToPublish,
  notices?: EditorNotices,
): Promise<Result<"published" | "unchanged" | "waiting", PublishRefusal>> {
  if (!mayEdit(context) || !isId(given.id))
    return refuse({ kind: "not-found" });
  return context.transaction(async (db) => {
    const published = await publishIn(context, db, given);
    return published.ok || published.refusal.kind !== "needs-approval"
      ? published
      : askFor(context, db, { given, notices });
  });
}

async function askFor(
  context: Context,
  db: Db,
  {
    given: { id, base, content },
    notices,
  }: {
    readonly given: ContentToPublish;
    readonly notices: EditorNotices | undefined;
  },
): Promise<Result<"waiting", PublishRefusal>> {
  const { tenantId, actor } = context;
  const current = await findEdited(db, tenantId, { id, lock: "update" });
  if (!current) return refuse({ kind: "not-found" });
  const waiting = await findApproval(db, tenantId, id);
  if (waiting && !waiting.returned) return refuse({ kind: "waits-already" });
  const earlier = await listUnseenAuthors(db, tenantId, current);
  await askIn(context, db, {
    asked: {
      leistungId: id,
      title: current.content.title.de,
      content,
      base,
      draftRevision: null,
      authors: togetherWith([actor.id], ...earlier),
    },
    notices,
  });
  return ok("waiting");
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
    const authors = known?.authors ?? [];
    const published = await publishIn(context, db, { ...given, authors });
    if (!published.ok) return published;
    await deleteDraft(db, tenantId, id);
    await deletePlan(db, tenantId, id);
    return published;
  });
}

/**
 * In the caller's transaction, for somebody who was asked already: an editor, or who planned it. The one place where what an editor wrote in
 * a known Leistung becomes public: refuses without an approval where the authority wants one.
 */
export async function publishIn(
  context: Context,
  db: Db,
  {
    id,
    base,
    content,
    publishedBy = context.actor.id,
    authors = [],
    approvedBy = null,
  }: ContentToPublish & Partial<FourEyes> & { readonly publishedBy?: string },
): Promise<Result<"published" | "unchanged", PublishRefusal>> {
  const { tenantId } = context;
  const current = await findEdited(db, tenantId, { id, lock: "update" });
  if (!current) return refuse({ kind: "not-found" });
  if (current.version !== base)
    return refuse({ kind: "changed-since", current });
  const next = parseContent(content);
  if (isSameContent(next, current.content)) return ok("unchanged");
  if (approvedBy === null && (await needsApproval(db, tenantId)))
    return refuse({ kind: "needs-approval" });
  await saveLeistung(db, tenantId, {
    ...current,
    content: next,
    updatedAt: context.now,
    publishedBy,
    authors,
    approvedBy,
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
  await enqueueForTenant(db, followAboveJob);
  await recordAudit(context, db, {
    action: "catalogue.leistung-published",
    subject: { kind: "leistung", id },
    details: { version: base + 1 },
  });
  return ok("published");
}
