import type { Context } from "../../../../platform/context/context.ts";
import type { LeistungSummary } from "../../domain/leistung.ts";
import * as store from "../../store/demand-store.ts";

const most = 6;

/** What most people of this portal ask for. One statement. */
export async function listMostAsked(
  context: Context,
): Promise<readonly LeistungSummary[]> {
  return context.transaction((db) =>
    store.listMostAsked(db, context.tenantId, most),
  );
}
