import type { Context } from "../../../platform/context/context.ts";
import {
  isAbovePage,
  noticeStateAt,
  type Notice,
} from "../domain/notices/notice.ts";
import type { LeistungSummary } from "../domain/leistung.ts";
import {
  rootsWith,
  situationsOf,
  type Situation,
} from "../domain/situations/situations.ts";
import { builtInSituations } from "../i18n/built-in-situations.ts";
import { readFront } from "../store/front-store.ts";
import { listCurrentNotices } from "../store/notice-store.ts";

export type Home = {
  /** In the order of the authority. */
  readonly featured: readonly LeistungSummary[];
  /** Situations on top that have a Leistung, themselves or below. */
  readonly situations: readonly Situation[];
  /** Those that stand on this page alone, further down. */
  readonly notices: readonly Notice[];
};

/** What the home page of a portal shows: the Leistungen its authority put in front, situations, and its notices. Two statements. */
export async function readHome(context: Context): Promise<Home> {
  const { tenantId, now } = context;
  return context.transaction(async (db) => {
    const front = await readFront(db, tenantId);
    const notices = await listCurrentNotices(db, tenantId, now);
    const tree = situationsOf(builtInSituations, front.layers);
    return {
      featured: front.featured,
      situations: rootsWith(front.usedSituations, tree),
      notices: notices.filter(
        (notice) =>
          notice.place === "home" &&
          noticeStateAt(notice, now) === "visible" &&
          !isAbovePage(notice, { path: "/", isOwn: true }),
      ),
    };
  });
}
