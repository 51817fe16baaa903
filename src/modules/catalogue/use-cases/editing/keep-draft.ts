import type { Context } from "../../../../platform/context/context.ts";
import type { Db } from "../../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../../platform/result/result.ts";
import { isId } from "../../../../platform/values/id.ts";
import { recordAudit } from "../../../audit/index.ts";
import { togetherWith } from "../../domain/editing/approval.ts";
import {
  changedInputs,
  mergeTyped,
  type ThreeTexts,
} from "../../domain/editing/draft-merge.ts";
import type { TypedLeistung } from "../../domain/typed/leistung-form.ts";
import { dropApprovalOfDraft } from "../../store/approval-store.ts";
import {
  deleteDraft,
  findDraft,
  saveDraft,
  textsOfRevision,
  type Draft,
} from "../../store/draft-store.ts";
import { findEdited } from "../../store/editor-store.ts";

export type { Draft };

/** Undefined also without `catalogue.edit`, and for a Leistung of another tenant. */
export async function readDraft(
  context: Context,
  leistungId: string,
): Promise<Draft | undefined> {
  const { actor, tenantId } = context;
  if (!actor.may("catalogue.edit") || !isId(leistungId)) return undefined;
  return context.transaction((db) => findDraft(db, tenantId, leistungId));
}

/** What an editor has before them. */
export type TypedDraft = {
  readonly leistungId: string;
  /** Version of the Leistung that it was made from, and what the form shows of it. */
  readonly base: number;
  readonly before: TypedLeistung;
  /** Revision of the draft that was on the page; 0 where there was none. */
  readonly revision: number;
  readonly typed: TypedLeistung;
};

/** Somebody else saved since: their draft, and the three texts to be put together. */
export type DraftConflict = {
  readonly kind: "draft-changed";
  readonly draft: Draft;
  readonly texts: ThreeTexts;
};

export type KeepDraftRefusal = { readonly kind: "not-found" } | DraftConflict;

/**
 * Keeps what an editor typed, valid or not; nobody but editors sees it. Refuses when somebody else saved since, with what they saved; with
 * `merge` it does so only where both wrote into the same input. Answers the draft, undefined where nothing differs from what is public.
 */
export async function keepDraft(
  context: Context,
  given: TypedDraft,
  { merge }: { readonly merge: "never" | "where-uncontested" },
): Promise<Result<Draft | undefined, KeepDraftRefusal>> {
  const { tenantId, actor } = context;
  if (!actor.may("catalogue.edit") || !isId(given.leistungId))
    return refuse({ kind: "not-found" });
  return context.transaction(async (db) => {
    const id = given.leistungId;
    if (!(await findEdited(db, tenantId, { id, lock: "update" })))
      return refuse({ kind: "not-found" });
    const known = await findDraft(db, tenantId, id);
    if (!known || known.revision === given.revision)
      return ok(await writeDraft(context, db, { known, given }));
    const conflict = await conflictWith(db, tenantId, { known, given });
    const { typed, contested } = mergeTyped(conflict.texts);
    return merge === "never" || contested.length > 0
      ? refuse(conflict)
      : ok(
          await writeDraft(context, db, { known, given: { ...given, typed } }),
        );
  });
}

/** What stands between a draft and what somebody typed without having seen it. */
export async function conflictWith(
  db: Db,
  tenantId: string,
  { known, given }: { readonly known: Draft; readonly given: TypedDraft },
): Promise<DraftConflict> {
  // A higher number is of a draft that was given up since.
  const revision = given.revision > known.revision ? 0 : given.revision;
  const before = await textsOfRevision(db, tenantId, {
    draft: known,
    revision,
  });
  return {
    kind: "draft-changed",
    draft: known,
    texts: { before, mine: given.typed, theirs: known.typed },
  };
}

const nothingKept = { base: 0, revision: 0, authors: [] } as const;

/** Keeps a draft where it says something new, under the lock of its Leistung; what was asked for it before no longer holds then. */
export async function writeDraft(
  context: Context,
  db: Db,
  {
    known,
    given,
  }: { readonly known: Draft | undefined; readonly given: TypedDraft },
): Promise<Draft | undefined> {
  const { leistungId, typed } = given;
  const earlier = known ?? { ...nothingKept, typed: given.before };
  const before = earlier.typed;
  if (changedInputs(before, typed).length === 0) return known;
  const draft = {
    leistungId,
    typed,
    base: Math.max(earlier.base, given.base),
    revision: Math.max(earlier.revision, given.revision) + 1,
    savedAt: context.now,
    savedBy: context.actor.id,
    authors: togetherWith(earlier.authors, context.actor.id),
  };
  await saveDraft(db, context.tenantId, { ...draft, before });
  await endRequest(context, db, leistungId);
  if (!known)
    await recordAudit(context, db, {
      action: "catalogue.draft-begun",
      subject: { kind: "leistung", id: leistungId },
    });
  return draft;
}

async function endRequest(
  context: Context,
  db: Db,
  leistungId: string,
): Promise<void> {
  const { tenantId } = context;
  const which = "waiting" as const;
  if (await dropApprovalOfDraft(db, tenantId, { leistungId, which }))
    await recordAudit(context, db, {
      action: "catalogue.approval-lapsed",
      subject: { kind: "leistung", id: leistungId },
    });
}

/** Gives up what was typed; what is public stays. False when there was nothing, or not for this editor. */
export async function discardDraft(
  context: Context,
  leistungId: string,
): Promise<boolean> {
  const { tenantId, actor } = context;
  if (!actor.may("catalogue.edit") || !isId(leistungId)) return false;
  return context.transaction(async (db) => {
    if (!(await deleteDraft(db, tenantId, leistungId))) return false;
    await recordAudit(context, db, {
      action: "catalogue.draft-discarded",
      subject: { kind: "leistung", id: leistungId },
    });
    return true;
  });
}
