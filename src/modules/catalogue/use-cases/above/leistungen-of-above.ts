import type { Context } from "../../../../platform/context/context.ts";
import { recordAudit } from "../../../audit/index.ts";
import {
  listShownThere,
  readStatesHere,
  saveChoice,
  type NamedAbove,
  type ShownAbove,
  type StateHere,
} from "../../store/above-store.ts";
import { findCounterpart } from "../../store/leistung-store.ts";

export type { NamedAbove };

/** A Leistung of an authority above, and how this portal deals with it. */
export type LeistungOfAbove = ShownAbove & StateHere;

export const leistungenOfAbovePerPage = 50;

const mayEdit = ({ actor }: Context) => actor.may("catalogue.edit");

/**
 * Whether the portal of this context keeps from view what another authority offers: because its editors hid that, or their own one of the same
 * name or LeiKa key. One statement.
 */
export async function isHiddenHere(
  context: Context,
  named: NamedAbove,
): Promise<boolean> {
  const [state] = await context.read((db) =>
    readStatesHere(db, context.tenantId, [named]),
  );
  return state?.isHidden ?? false;
}

/**
 * What an authority above shows, page by page, with what this portal makes of it; undefined without `catalogue.edit`. `there` is a guest's
 * context in the tenant of that authority. Two statements.
 */
export async function readLeistungenOfAbove(
  context: Context,
  there: Context,
  { words, page }: { readonly words: string; readonly page: number },
): Promise<
  | { readonly leistungen: readonly LeistungOfAbove[]; readonly count: number }
  | undefined
> {
  if (!mayEdit(context)) return undefined;
  const limit = leistungenOfAbovePerPage;
  const offset = (page - 1) * limit;
  const { leistungen, count } = await there.read((db) =>
    listShownThere(db, there.tenantId, { words, limit, offset }),
  );
  const { tenantId } = there;
  const named = leistungen.map((shown) => ({ ...shown, tenantId }));
  const states = await context.read((db) =>
    readStatesHere(db, context.tenantId, named),
  );
  return {
    count,
    leistungen: leistungen.map((shown, place) => ({
      ...shown,
      ...(states[place] ?? { isHidden: false, own: undefined }),
    })),
  };
}

/**
 * Hides a Leistung of an authority above from this portal, or shows it again. The other authority and all other portals stay as they are.
 * Idempotent. False without `catalogue.edit`, and where that authority shows no such Leistung.
 */
export async function setHiddenAbove(
  context: Context,
  there: Context,
  { slug, isHidden }: { readonly slug: string; readonly isHidden: boolean },
): Promise<boolean> {
  const { tenantId, actor, now } = context;
  if (!mayEdit(context)) return false;
  const wanted = { words: "", slug, limit: 1, offset: 0 };
  const { leistungen } = await there.read((db) =>
    listShownThere(db, there.tenantId, wanted),
  );
  const [found] = leistungen;
  if (!found) return false;
  const above = { ...found, tenantId: there.tenantId };
  await context.transaction(async (db) => {
    const choice = { above, isHidden, at: now, by: actor.id };
    if (!(await saveChoice(db, tenantId, choice))) return;
    await recordAudit(context, db, {
      action: isHidden ? "catalogue.above-hidden" : "catalogue.above-shown",
      subject: { kind: "leistung", id: found.id },
    });
  });
  return true;
}

/**
 * The same Leistung at an authority above, where this portal hides it: for whoever comes by an old address. Two statements, each in its own
 * tenant.
 */
export async function findHiddenOfAbove(
  context: Context,
  there: Context,
  named: { readonly slug: string; readonly leikaKey?: string | undefined },
): Promise<{ readonly slug: string; readonly title: string } | undefined> {
  const { tenantId } = there;
  const offered = await there.read((db) =>
    findCounterpart(db, tenantId, named),
  );
  if (!offered || offered.belongsToCommunes) return undefined;
  const isHidden = await isHiddenHere(context, { ...offered, tenantId });
  return isHidden ? offered : undefined;
}
