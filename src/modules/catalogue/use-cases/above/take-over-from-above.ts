import type { Context } from "../../../../platform/context/context.ts";
import type { Db } from "../../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../../platform/result/result.ts";
import { newId } from "../../../../platform/values/id.ts";
import { recordAudit } from "../../../audit/index.ts";
import type { LeistungContent } from "../../domain/content/leistung-content.ts";
import { asTakenOver, sourceOfPortal } from "../../domain/of-above.ts";
import { readStatesHere, saveChoice } from "../../store/above-store.ts";
import { saveInherited } from "../../store/inherited-store.ts";
import { findLeistungBySlug } from "../../store/leistung-store.ts";
import { saveLeistung } from "../save-leistung.ts";

export type TakeOverRefusal =
  | { readonly kind: "not-found" }
  /** The portal has one of the same name or key already. */
  | { readonly kind: "has-own"; readonly id: string };

/**
 * Makes a Leistung of an authority above one that this portal may word its own way, part by part. The other authority goes on receiving
 * applications, and what it changes comes here, except in the parts that are replaced. `there` is a guest's context in the tenant of that
 * authority. Answers the id. Refuses without `catalogue.edit` and what that authority does not show or leaves to its communes (not-found).
 */
export async function takeOverFromAbove(
  context: Context,
  there: Context,
  slug: string,
): Promise<Result<string, TakeOverRefusal>> {
  const { tenantId, actor, now } = context;
  if (!actor.may("catalogue.edit")) return refuse({ kind: "not-found" });
  const found = await there.read((db) =>
    findLeistungBySlug(db, there.tenantId, { slug, among: "shown" }),
  );
  if (!found || found.content.belongsToCommunes)
    return refuse({ kind: "not-found" });
  const content = asTakenOver(found.content);
  const leikaKey = content.leikaKey ?? null;
  const above = { tenantId: there.tenantId, slug, leikaKey };
  const id = newId();
  return context.transaction(async (db) => {
    const [state] = await readStatesHere(db, tenantId, [above]);
    if (state?.own) return refuse({ kind: "has-own", id: state.own.id });
    if (state?.isHidden)
      await saveChoice(db, tenantId, {
        above,
        isHidden: false,
        at: now,
        by: actor.id,
      });
    await saveHeir(context, db, {
      id,
      slug,
      content,
      source: sourceOfPortal(there.tenantId),
      sourceKey: found.id,
      isOnlineAbove: found.formKey !== null,
    });
    await recordAudit(context, db, {
      action: "catalogue.leistung-taken-over",
      subject: { kind: "leistung", id },
    });
    return ok(id);
  });
}

async function saveHeir(
  { tenantId, actor, now }: Context,
  db: Db,
  {
    id,
    slug,
    content,
    ...from
  }: {
    readonly id: string;
    readonly slug: string;
    readonly content: LeistungContent;
    readonly source: string;
    readonly sourceKey: string;
    readonly isOnlineAbove: boolean;
  },
): Promise<void> {
  await saveLeistung(db, tenantId, {
    id,
    slug,
    content,
    formKey: null,
    featuredPosition: null,
    updatedAt: now,
    publishedBy: actor.id,
  });
  await saveInherited(db, tenantId, {
    rows: [{ leistungId: id, ...from, content, overridden: {} }],
    takenAt: now,
  });
}
