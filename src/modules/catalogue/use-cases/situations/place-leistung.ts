import type { Context } from "../../../../platform/context/context.ts";
import { refuse, type Result } from "../../../../platform/result/result.ts";
import { treeOf } from "../../domain/situations/situations.ts";
import { builtInSituations } from "../../i18n/built-in-situations.ts";
import {
  listInSituation,
  readSituationLayers,
  type PlacedLeistung,
} from "../../store/situation-store.ts";
import { readEdited } from "../editing/edit-leistung.ts";
import type { EditorNotices } from "../editing/editor-notices.ts";
import {
  publishContent,
  type PublishRefusal,
} from "../editing/publish-content.ts";

export type { PlacedLeistung };

/** The tenant's Leistungen that stand directly in a situation; undefined without `catalogue.edit`. One statement. */
export async function readPlaced(
  context: Context,
  key: string,
): Promise<readonly PlacedLeistung[] | undefined> {
  if (!context.actor.may("catalogue.edit")) return undefined;
  return context.transaction((db) =>
    listInSituation(db, context.tenantId, key),
  );
}

/**
 * Puts a Leistung into a situation, behind those it stands in already, or takes it out: a new version of it, published at once; where the authority
 * wants four eyes another editor is asked and told. Refuses as `publishContent` does, and a situation that is none.
 */
export async function placeLeistung(
  context: Context,
  {
    key,
    leistungId,
    isIn,
  }: {
    readonly key: string;
    readonly leistungId: string;
    readonly isIn: boolean;
  },
  notices: EditorNotices | undefined,
): Promise<Result<"published" | "unchanged" | "waiting", PublishRefusal>> {
  const edited = await readEdited(context, leistungId);
  if (!edited || (isIn && !(await isSituation(context, key))))
    return refuse({ kind: "not-found" });
  const { content, version } = edited;
  const others = content.situations.filter((it) => it !== key);
  const situations = !isIn
    ? others
    : content.situations.includes(key)
      ? content.situations
      : [...others, key];
  return publishContent(
    context,
    { id: leistungId, base: version, content: { ...content, situations } },
    notices,
  );
}

async function isSituation(context: Context, key: string): Promise<boolean> {
  const layers = await context.read((db) =>
    readSituationLayers(db, context.tenantId),
  );
  return treeOf(builtInSituations, layers).some((it) => it.key === key);
}
