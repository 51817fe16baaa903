import type { Context } from "../../../../platform/context/context.ts";
import { recordAudit } from "../../../audit/index.ts";
import {
  findLeaving,
  listLeaving,
  saveSuccessor,
  type Leaving,
} from "../../store/successor-store.ts";

export type { Leaving };

export const leavingPerPage = 50;

const mayEdit = ({ actor }: Context) => actor.may("catalogue.edit");

/** What stands or stood at an address of this portal, and what takes its place; undefined where nothing ever did, and without `catalogue.edit`. One statement. */
export async function readLeaving(
  context: Context,
  slug: string,
): Promise<Leaving | undefined> {
  if (!mayEdit(context)) return undefined;
  return context.read((db) => findLeaving(db, context.tenantId, slug));
}

/** Page by page what was shown once and is not any more; undefined without `catalogue.edit`. One statement. */
export async function readAllLeaving(
  context: Context,
  { words, page }: { readonly words: string; readonly page: number },
): Promise<Awaited<ReturnType<typeof listLeaving>> | undefined> {
  if (!mayEdit(context)) return undefined;
  const limit = leavingPerPage;
  const offset = (page - 1) * limit;
  return context.read((db) =>
    listLeaving(db, context.tenantId, { words, limit, offset }),
  );
}

/**
 * Says which Leistung takes the place of another one: its address leads there as soon as the portal does not show it. The caller has made sure
 * that the portal shows the successor. Undefined: none. False where nothing stands or stood at the address, for itself, and without
 * `catalogue.edit`.
 */
export async function chooseSuccessor(
  context: Context,
  {
    slug,
    successor,
  }: { readonly slug: string; readonly successor: string | undefined },
): Promise<boolean> {
  const { tenantId, actor, now } = context;
  if (!mayEdit(context) || slug === successor) return false;
  return context.transaction(async (db) => {
    const leaving = await findLeaving(db, tenantId, slug);
    if (!leaving) return false;
    if (leaving.successor === successor) return true;
    await saveSuccessor(db, tenantId, {
      slug,
      successor,
      at: now,
      by: actor.id,
    });
    await recordAudit(context, db, {
      action:
        successor === undefined
          ? "catalogue.successor-removed"
          : "catalogue.successor-chosen",
      subject: { kind: "leistung", id: leaving.leistungId },
    });
    return true;
  });
}
