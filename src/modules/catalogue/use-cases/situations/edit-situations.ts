import type { Context } from "../../../../platform/context/context.ts";
import type { Db } from "../../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../../platform/result/result.ts";
import { newId } from "../../../../platform/values/id.ts";
import { slugOf } from "../../../../platform/values/slug.ts";
import { recordAudit } from "../../../audit/index.ts";
import type { InLanguages } from "../../domain/content/leistung-content.ts";
import { ownChange } from "../../domain/situations/situation-change.ts";
import {
  movedPositions,
  nextPosition,
  treeOf,
  type Audience,
  type SituationChange,
  type TreeSituation,
} from "../../domain/situations/situations.ts";
import { builtInSituations } from "../../i18n/built-in-situations.ts";
import {
  countInSituations,
  deleteSituationChange,
  lockTree,
  readSituationLayers,
  saveSituationChanges,
} from "../../store/situation-store.ts";

const mayEdit = ({ actor }: Context) => actor.may("catalogue.edit");

/** The tree as one authority finds it and changes it. */
type OwnTree = {
  readonly all: readonly TreeSituation[];
  readonly above: readonly TreeSituation[];
  readonly own: readonly SituationChange[];
};

/** A situation as the editor works on it. */
export type EditedSituation = TreeSituation & {
  /** Added here, not above. */
  readonly isAdded: boolean;
  /** Something of it is said here and not taken over. */
  readonly isChanged: boolean;
  /** Name in German above, where that is another one. */
  readonly nameAbove: string | undefined;
  /** Leistungen that stand directly in it, also those that nobody sees. */
  readonly count: number;
};

/** The whole tree, also what is hidden; undefined without `catalogue.edit`. Two statements. */
export async function readTree(
  context: Context,
): Promise<readonly EditedSituation[] | undefined> {
  if (!mayEdit(context)) return undefined;
  const { tenantId } = context;
  return context.transaction(async (db) => {
    const { all, above, own } = await readOwnTree(db, tenantId);
    const counts = await countInSituations(db, tenantId);
    return all.map((situation) => {
      const { key, names } = situation;
      const before = above.find((it) => it.key === key);
      return {
        ...situation,
        isAdded: before === undefined,
        isChanged: own.some((change) => change.key === key),
        nameAbove: before?.names.de === names.de ? undefined : before?.names.de,
        count: counts.get(key) ?? 0,
      };
    });
  });
}

/** A new situation behind those beside it. Answers its key; refuses a parent that is none, or that stands below another one. */
export async function addSituation(
  context: Context,
  given: {
    readonly names: InLanguages;
    readonly parentKey: string | null;
    readonly audience: Audience;
  },
): Promise<Result<string, { readonly kind: "not-found" | "no-parent" }>> {
  if (!mayEdit(context)) return refuse({ kind: "not-found" });
  const { tenantId } = context;
  return context.transaction(async (db) => {
    await lockTree(db, tenantId);
    const { all } = await readOwnTree(db, tenantId);
    const parent = all.find((it) => it.key === given.parentKey);
    if (given.parentKey !== null && parent?.parentKey !== null)
      return refuse({ kind: "no-parent" });
    const taken = new Set(all.map(({ address }) => address));
    const place = {
      parentKey: given.parentKey,
      audience: parent?.audience ?? given.audience,
      address: slugOf(given.names.de, taken, "thema"),
    };
    const key = `eigen-${newId()}`;
    await saveSituationChanges(db, tenantId, [
      { key, place, names: given.names, position: nextPosition(all, place) },
    ]);
    await audit(context, db, { action: "catalogue.situation-added", key });
    return ok(key);
  });
}

/** Calls a situation something else here, and below where nothing else is said. False where there is none, and without `catalogue.edit`. */
export async function renameSituation(
  context: Context,
  key: string,
  names: InLanguages,
): Promise<boolean> {
  return change(context, key, ({ all }) => {
    const before = all.find((it) => it.key === key);
    // Languages that are not typed here stay.
    const kept = Object.entries(before?.names ?? {}).filter(
      ([language]) => language !== "de" && language !== "en",
    );
    return [{ key, names: { ...Object.fromEntries(kept), ...names } }];
  });
}

/** Takes a situation and all below it out of sight, or shows it again; Leistungen stay in it. Answers as `renameSituation` does. */
export async function setSituationHidden(
  context: Context,
  key: string,
  { isHidden }: { readonly isHidden: boolean },
): Promise<boolean> {
  return change(context, key, () => [{ key, isHidden }]);
}

/** Changes places with the one before or after it; at either end nothing happens. Answers as `renameSituation` does. */
export async function moveSituation(
  context: Context,
  key: string,
  direction: "up" | "down",
): Promise<boolean> {
  return change(context, key, ({ all }) => movedPositions(all, key, direction));
}

/** From now on the situation is as it is above. Refuses what was added here. Twice changes nothing. */
export async function inheritSituation(
  context: Context,
  key: string,
): Promise<boolean> {
  if (!mayEdit(context)) return false;
  const { tenantId } = context;
  return context.transaction(async (db) => {
    await lockTree(db, tenantId);
    const { above } = await readOwnTree(db, tenantId);
    if (!above.some((it) => it.key === key)) return false;
    await deleteSituationChange(db, tenantId, key);
    await audit(context, db, { action: "catalogue.situation-changed", key });
    return true;
  });
}

/** Removes what was added here; refuses while a Leistung or another situation stands in it. */
export async function removeSituation(
  context: Context,
  key: string,
): Promise<Result<void, { readonly kind: "not-found" | "in-use" }>> {
  if (!mayEdit(context)) return refuse({ kind: "not-found" });
  const { tenantId } = context;
  return context.transaction(async (db) => {
    await lockTree(db, tenantId);
    const { all, above } = await readOwnTree(db, tenantId);
    const isAdded =
      all.some((it) => it.key === key) && !above.some((it) => it.key === key);
    if (!isAdded) return refuse({ kind: "not-found" });
    const counts = await countInSituations(db, tenantId);
    if (counts.has(key) || all.some((it) => it.parentKey === key))
      return refuse({ kind: "in-use" });
    await deleteSituationChange(db, tenantId, key);
    await audit(context, db, { action: "catalogue.situation-removed", key });
    return ok(undefined);
  });
}

async function readOwnTree(db: Db, tenantId: string): Promise<OwnTree> {
  const layers = await readSituationLayers(db, tenantId);
  return {
    all: treeOf(builtInSituations, layers),
    above: treeOf(builtInSituations, layers.slice(0, -1)),
    own: layers.at(-1) ?? [],
  };
}

/** Writes what differs from above, for the situation and those beside it. */
async function change(
  context: Context,
  key: string,
  changesIn: (tree: OwnTree) => readonly SituationChange[],
): Promise<boolean> {
  if (!mayEdit(context)) return false;
  const { tenantId } = context;
  return context.transaction(async (db) => {
    await lockTree(db, tenantId);
    const tree = await readOwnTree(db, tenantId);
    if (!tree.all.some((it) => it.key === key)) return false;
    for (const given of changesIn(tree)) {
      const isGiven = (it: { readonly key: string }) => it.key === given.key;
      const before = tree.own.find(isGiven);
      const next = ownChange(before, given, tree.above.find(isGiven));
      if (next) await saveSituationChanges(db, tenantId, [next]);
      else await deleteSituationChange(db, tenantId, given.key);
    }
    await audit(context, db, { action: "catalogue.situation-changed", key });
    return true;
  });
}

function audit(
  context: Context,
  db: Db,
  { action, key }: { readonly action: string; readonly key: string },
): Promise<unknown> {
  return recordAudit(context, db, {
    action,
    subject: { kind: "situation", id: key },
  });
}
