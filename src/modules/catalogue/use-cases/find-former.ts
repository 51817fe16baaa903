import type { Context } from "../../../platform/context/context.ts";
import type { Former, FormerPage } from "../domain/former.ts";
import { findCounterpart } from "../store/leistung-store.ts";
import * as store from "../store/former-store.ts";
import { findSuccessor } from "../store/successor-store.ts";
import { isHiddenHere } from "./above/leistungen-of-above.ts";

/** What stood at an address of this portal once; undefined where nothing did that everybody could see. One statement. */
export function findFormer(
  context: Context,
  slug: string,
): Promise<Former | undefined> {
  return context.read((db) => store.findFormer(db, context.tenantId, slug));
}

/**
 * What an authority above (`there`) offers under the Leistungsschlüssel of what is gone here, as long as this portal shows it. Two statements,
 * each in its own tenant.
 */
export async function findSuccessorAbove(
  context: Context,
  there: Context,
  { slug, leikaKey }: Former,
): Promise<string | undefined> {
  if (leikaKey === null) return undefined;
  const { tenantId } = there;
  const offered = await there.read((db) =>
    findCounterpart(db, tenantId, { slug, leikaKey }),
  );
  if (!offered || offered.slug === slug || offered.belongsToCommunes)
    return undefined;
  return (await isHiddenHere(context, { ...offered, tenantId }))
    ? undefined
    : offered.slug;
}

/** What an editor chose to stand in the place of a Leistung of an authority above that this portal hides. One statement. */
export function findChosen(
  context: Context,
  slug: string,
): Promise<string | undefined> {
  return context.read((db) => findSuccessor(db, context.tenantId, slug));
}

/** A provider that this portal does not have any more; undefined where it never had one of the name. One statement. */
export function findFormerProvider(
  context: Context,
  slug: string,
): Promise<FormerPage | undefined> {
  return context.read((db) =>
    store.findFormerProvider(db, context.tenantId, slug),
  );
}
