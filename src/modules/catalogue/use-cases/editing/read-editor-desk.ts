import { dayOf } from "../../../../platform/calendar/calendar-day.ts";
import type { Context } from "../../../../platform/context/context.ts";
import { isId } from "../../../../platform/values/id.ts";
import { soonAfter } from "../../domain/editing/review.ts";
import {
  countChangedAbove,
  listForEditor,
  listVersions,
  type DeskFilter,
  type DeskLeistung,
  type LeistungVersion,
} from "../../store/editor-store.ts";
import { countWaiting } from "../../store/approval-store.ts";
import { countReviews } from "../../store/review-store.ts";

export type { DeskLeistung, LeistungVersion };
export type DeskKind = DeskFilter["kind"];

export const leistungenPerPage = 50;
const dayMs = 86_400_000;
/** Longer than this without a change is worth a look. */
const oldAfterDays = 365;

export type EditorDesk = {
  readonly leistungen: readonly DeskLeistung[];
  readonly count: number;
  /** How many there are of the kinds that somebody should act on. */
  readonly toDo: Readonly<Partial<Record<DeskKind, number>>>;
};

/** Leistungen of this portal for the editor; undefined without `catalogue.edit`. Four statements. */
export async function readEditorDesk(
  context: Context,
  asked: Pick<DeskFilter, "words" | "kind"> & { readonly page: number },
): Promise<EditorDesk | undefined> {
  const { actor, tenantId, now } = context;
  if (!actor.may("catalogue.edit")) return undefined;
  const today = dayOf(now);
  const days = { today, soon: soonAfter(today) };
  return context.transaction(async (db) => ({
    ...(await listForEditor(db, tenantId, {
      ...asked,
      ...days,
      oldBefore: new Date(now.getTime() - oldAfterDays * dayMs),
      limit: leistungenPerPage,
      offset: (asked.page - 1) * leistungenPerPage,
    })),
    toDo: {
      changed: await countChangedAbove(db, tenantId),
      waiting: await countWaiting(db, tenantId),
      ...(await countReviews(db, tenantId, days)),
    },
  }));
}

/** Versions of a Leistung, the newest first; none without `catalogue.edit`. */
export async function readVersions(
  context: Context,
  asked: {
    readonly leistungId: string;
    readonly limit: number;
    readonly upTo?: number | undefined;
  },
): Promise<readonly LeistungVersion[]> {
  const { actor, tenantId } = context;
  if (!actor.may("catalogue.edit") || !isId(asked.leistungId)) return [];
  return context.transaction((db) => listVersions(db, tenantId, asked));
}
