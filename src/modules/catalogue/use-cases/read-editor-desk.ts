import type { Context } from "../../../platform/context/context.ts";
import { isId } from "../../../platform/values/id.ts";
import {
  countChangedAbove,
  listForEditor,
  listVersions,
  type DeskFilter,
  type DeskLeistung,
  type LeistungVersion,
} from "../store/editor-store.ts";

export type { DeskLeistung, LeistungVersion };
export type DeskKind = DeskFilter["kind"];

export const leistungenPerPage = 50;
const dayMs = 86_400_000;
/** Longer than this without a change is worth a look. */
const oldAfterDays = 365;

export type EditorDesk = {
  readonly leistungen: readonly DeskLeistung[];
  readonly count: number;
  /** Leistungen of which something changed above that the tenant wrote itself. */
  readonly changedAbove: number;
};

/** Leistungen of this portal for the editor; undefined without `catalogue.edit`. Two statements. */
export async function readEditorDesk(
  context: Context,
  asked: Pick<DeskFilter, "words" | "kind"> & { readonly page: number },
): Promise<EditorDesk | undefined> {
  const { actor, tenantId, now } = context;
  if (!actor.may("catalogue.edit")) return undefined;
  return context.transaction(async (db) => ({
    ...(await listForEditor(db, tenantId, {
      ...asked,
      oldBefore: new Date(now.getTime() - oldAfterDays * dayMs),
      limit: leistungenPerPage,
      offset: (asked.page - 1) * leistungenPerPage,
    })),
    changedAbove: await countChangedAbove(db, tenantId),
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
