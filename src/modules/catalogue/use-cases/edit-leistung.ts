import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { isId, newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { isSameContent } from "../domain/content-changes.ts";
import {
  keptAgainst,
  overriddenBy,
  withPartOfAbove,
} from "../domain/layers.ts";
import type { LeistungContent } from "../domain/leistung-content.ts";
import { slugOf } from "../../../platform/values/slug.ts";
import { parseContent } from "../store/content-schema.ts";
import {
  findEdited,
  saveHidden,
  saveOverridden,
  type EditedLeistung,
} from "../store/editor-store.ts";
import { deleteDraft, findDraft } from "../store/draft-store.ts";
import { readSlugs } from "../store/inherited-store.ts";
import {
  conflictWith,
  type DraftConflict,
  type TypedDraft,
} from "./keep-draft.ts";
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
    await recordAudit(context, db, {
      action: "catalogue.leistung-created",
      subject: { kind: "leistung", id },
    });
  });
  return id;
}

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

/** Publishes what an editor has before them, and ends its draft. Refuses as `publishContent` does, and when somebody else saved the draft since. */
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
    if (published.ok) await deleteDraft(db, tenantId, id);
    return published;
  });
}

async function publishIn(
  context: Context,
  db: Db,
  { id, base, content }: ContentToPublish,
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
    publishedBy: context.actor.id,
  });
  if (current.inherited)
    await saveOverridden(db, tenantId, {
      leistungId: id,
      overridden: overriddenBy(next, current.content, current.inherited),
    });
  await recordAudit(context, db, {
    action: "catalogue.leistung-published",
    subject: { kind: "leistung", id },
    details: { version: base + 1 },
  });
  return ok("published");
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
    const overridden = keptAgainst(part, current.inherited);
    await saveOverridden(db, tenantId, { leistungId: id, overridden });
    await recordAudit(context, db, {
      action: "catalogue.leistung-own-kept",
      subject: { kind: "leistung", id },
    });
    return true;
  });
}
