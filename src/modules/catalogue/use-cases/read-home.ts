import type { Context } from "../../../platform/context/context.ts";
import type { Notice } from "../domain/notice.ts";
import { readFront, type Front } from "../store/leistung-store.ts";
import { listNotices } from "../store/notice-store.ts";

export type Home = Front & { readonly notices: readonly Notice[] };

/** What the home page of a portal shows: the Leistungen its authority put in front, life situations, and its notices. Two statements. */
export async function readHome(context: Context): Promise<Home> {
  const { tenantId, now } = context;
  return context.transaction(async (db) => ({
    ...(await readFront(db, tenantId)),
    notices: await listNotices(db, tenantId, now),
  }));
}
