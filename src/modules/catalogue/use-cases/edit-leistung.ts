import { dayOf } from "../../../platform/calendar/calendar-day.ts";
import type { Context } from "../../../platform/context/context.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { refuse, type Result } from "../../../platform/result/result.ts";
import { isId, newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { followAboveJob } from "../domain/follow-above-job.ts";
import { keptAgainst, withPartOfAbove } from "../domain/layers.ts";
import type { LeistungContent } from "../domain/leistung-content.ts";
import { slugOf } from "../../../platform/values/slug.ts";
import {
  findEdited,
  saveHidden,
  type EditedLeistung,
} from "../store/editor-store.ts";
import {
  ownIfAway,
  readSlugs,
  saveOverridden,
} from "../store/inherited-store.ts";
import { countReviewFrom } from "../store/review-store.ts";
import { publishContent, type PublishRefusal } from "./publish-content.ts";
import { saveLeistung } from "./save-leistung.ts";

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

/** A Leistung of the tenant's own making; undefined without `catalogue.edit`. Answers its id. */
export async function createLeistung(
  context: Context,
  given: { readonly content: LeistungContent; readonly isHidden: boolean },
): Promise<string | undefined> {
  if (!mayEdit(context)) return undefined;
  const { tenantId } = context;
  const id = newId();
  await context.transaction(async (db) => {
    const { title } = given.content;
    await saveLeistung(db, tenantId, {
      id,
      slug: slugOf(title.de, await readSlugs(db, tenantId), "leistung"),
      content: given.content,
      formKey: null,
      featuredPosition: null,
      isHidden: given.isHidden,
      updatedAt: context.now,
      publishedBy: context.actor.id,
    });
    const today = dayOf(context.now);
    await countReviewFrom(db, tenantId, { leistungId: id, today });
    await recordAudit(context, db, {
      action: "catalogue.leistung-created",
      subject: { kind: "leistung", id },
    });
  });
  return id;
}

/** Takes a Leistung out of sight, or shows it; what was sent stays. False for one that the editor may not see. */
export async function setHidden(
  context: Context,
  { id, isHidden }: { readonly id: string; readonly isHidden: boolean },
): Promise<boolean> {
  if (!mayEdit(context) || !isId(id)) return false;
  const { tenantId } = context;
  return context.transaction(async (db) => {
    const current = await findEdited(db, tenantId, { id, lock: "update" });
    if (!current) return false;
    if (!(await saveHidden(db, tenantId, { id, isHidden }))) return true;
    if (!isHidden) await ownIfAway(db, tenantId, id);
    await enqueue(db, {
      name: followAboveJob,
      payload: {},
      uniqueKey: "follow",
    });
    await recordAudit(context, db, {
      action: isHidden
        ? "catalogue.leistung-hidden"
        : "catalogue.leistung-shown",
      subject: { kind: "leistung", id },
    });
    return true;
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
): Promise<Result<"published" | "unchanged", PublishRefusal>> {
  const edited = await readEdited(context, id);
  if (!edited?.inherited) return refuse({ kind: "not-found" });
  const content = withPartOfAbove(edited.content, part, edited.inherited);
  return publishContent(context, { id, base, content });
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
