import { dayOf } from "../../../../platform/calendar/calendar-day.ts";
import type { Context } from "../../../../platform/context/context.ts";
import type { Db } from "../../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../../platform/result/result.ts";
import { isId, newId } from "../../../../platform/values/id.ts";
import { recordAudit } from "../../../audit/index.ts";
import { togetherWith } from "../../domain/editing/approval.ts";
import { keptAgainst, withPartOfAbove } from "../../domain/content/layers.ts";
import type { LeistungContent } from "../../domain/content/leistung-content.ts";
import { slugOf } from "../../../../platform/values/slug.ts";
import { findApproval } from "../../store/approval-store.ts";
import { findEdited, type EditedLeistung } from "../../store/editor-store.ts";
import { readSlugs, saveOverridden } from "../../store/inherited-store.ts";
import { countReviewFrom } from "../../store/review-store.ts";
import type { EditorNotices } from "./editor-notices.ts";
import { askIn, listUnseenAuthors, needsApproval } from "./four-eyes.ts";
import { publishContent, type PublishRefusal } from "./publish-content.ts";
import { saveLeistung } from "../save-leistung.ts";
import { turnVisibility } from "./turn-visibility.ts";

export type { EditedLeistung };

const mayEdit = ({ actor }: Context) => actor.may("catalogue.edit");

/** Undefined also without `catalogue.edit`, and for one of another tenant. */
export async function readEdited(
  context: Context,
  id: string,
): Promise<EditedLeistung | undefined> {
  if (!mayEdit(context) || !isId(id)) return undefined;
  return context.transaction((db) =>
    findEdited(db, context.tenantId, { id, lock: "none" }),
  );
}

/**
 * A Leistung of the tenant's own making; undefined without `catalogue.edit`. Where the authority wants four eyes it is hidden until another
 * editor has approved it. Answers its id.
 */
export async function createLeistung(
  context: Context,
  given: { readonly content: LeistungContent; readonly isHidden: boolean },
  notices?: EditorNotices,
): Promise<
  { readonly id: string; readonly state: "done" | "waiting" } | undefined
> {
  if (!mayEdit(context)) return undefined;
  const { tenantId } = context;
  const id = newId();
  return context.transaction(async (db) => {
    const { title } = given.content;
    const waits = !given.isHidden && (await needsApproval(db, tenantId));
    await saveLeistung(db, tenantId, {
      id,
      slug: slugOf(title.de, await readSlugs(db, tenantId), "leistung"),
      content: given.content,
      formKey: null,
      featuredPosition: null,
      isHidden: given.isHidden || waits,
      updatedAt: context.now,
      publishedBy: context.actor.id,
    });
    const today = dayOf(context.now);
    await countReviewFrom(db, tenantId, { leistungId: id, today });
    await recordAudit(context, db, {
      action: "catalogue.leistung-created",
      subject: { kind: "leistung", id },
    });
    if (!waits) return { id, state: "done" };
    const created = await findEdited(db, tenantId, { id, lock: "update" });
    if (created) await askToShow(context, db, { current: created, notices });
    return { id, state: "waiting" };
  });
}

/**
 * Takes a Leistung out of sight, or shows it; what was sent stays. Where the authority wants four eyes, showing waits for another editor.
 * Refuses for one that the editor may not see, and where something else of it waits.
 */
export async function setHidden(
  context: Context,
  { id, isHidden }: { readonly id: string; readonly isHidden: boolean },
  notices?: EditorNotices,
): Promise<
  Result<
    "done" | "waiting",
    { readonly kind: "not-found" } | { readonly kind: "waits-already" }
  >
> {
  if (!mayEdit(context) || !isId(id)) return refuse({ kind: "not-found" });
  const { tenantId } = context;
  return context.transaction(async (db) => {
    const current = await findEdited(db, tenantId, { id, lock: "update" });
    if (!current) return refuse({ kind: "not-found" });
    if (current.isHidden === isHidden) return ok("done");
    if (!isHidden && (await needsApproval(db, tenantId))) {
      const waiting = await findApproval(db, tenantId, id);
      if (waiting && !waiting.returned)
        return refuse({ kind: "waits-already" });
      await askToShow(context, db, { current, notices });
      return ok("waiting");
    }
    await turnVisibility(db, tenantId, { id, isHidden });
    await recordAudit(context, db, {
      action: isHidden
        ? "catalogue.leistung-hidden"
        : "catalogue.leistung-shown",
      subject: { kind: "leistung", id },
    });
    return ok("done");
  });
}

async function askToShow(
  context: Context,
  db: Db,
  {
    current,
    notices,
  }: {
    readonly current: EditedLeistung;
    readonly notices: EditorNotices | undefined;
  },
): Promise<void> {
  const { tenantId, actor } = context;
  const earlier = await listUnseenAuthors(db, tenantId, current);
  await askIn(context, db, {
    asked: {
      leistungId: current.id,
      title: current.content.title.de,
      content: null,
      base: current.version,
      draftRevision: null,
      authors: togetherWith([actor.id], ...earlier),
    },
    notices,
  });
}

/** Publishes one part as it is above again; it follows from then on. Refuses as `publishContent` does. */
export async function takeOverAgain(
  context: Context,
  {
    id,
    base,
    part,
  }: { readonly id: string; readonly base: number; readonly part: string },
  notices?: EditorNotices,
): Promise<Result<"published" | "unchanged" | "waiting", PublishRefusal>> {
  const edited = await readEdited(context, id);
  if (!edited?.inherited) return refuse({ kind: "not-found" });
  const content = withPartOfAbove(edited.content, part, edited.inherited);
  return publishContent(context, { id, base, content }, notices);
}

/** Notes that an editor has seen what is new above and stays with the own part. False where there is nothing of the kind. */
export async function keepOwnPart(
  context: Context,
  { id, part }: { readonly id: string; readonly part: string },
): Promise<boolean> {
  if (!mayEdit(context) || !isId(id)) return false;
  const { tenantId } = context;
  return context.transaction(async (db) => {
    const current = await findEdited(db, tenantId, { id, lock: "update" });
    if (!current?.inherited || !(part in current.inherited.overridden))
      return false;
    const before = current.inherited;
    const overridden = keptAgainst(part, before);
    await saveOverridden(db, tenantId, { leistungId: id, before, overridden });
    await recordAudit(context, db, {
      action: "catalogue.leistung-own-kept",
      subject: { kind: "leistung", id },
    });
    return true;
  });
}
