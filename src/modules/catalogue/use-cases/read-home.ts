import type { Context } from "../../../platform/context/context.ts";
import type { LeistungSummary } from "../domain/leistung.ts";
import type { Notice } from "../domain/notice.ts";
import { listFeatured } from "../store/leistung-store.ts";
import { listNotices } from "../store/notice-store.ts";

export type Home = {
  readonly featured: readonly LeistungSummary[];
  readonly notices: readonly Notice[];
};

/** What the home page of a portal shows: the Leistungen its authority put in front, and its notices. Two statements. */
export async function readHome(context: Context): Promise<Home> {
  const { tenantId, now } = context;
  return context.transaction(async (db) => ({
    featured: await listFeatured(db, tenantId),
    notices: await listNotices(db, tenantId, now),
  }));
}
