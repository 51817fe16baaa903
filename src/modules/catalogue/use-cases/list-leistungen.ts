import type { Context } from "../../../platform/context/context.ts";
import type { LeistungSummary } from "../domain/leistung.ts";
import * as store from "../store/leistung-store.ts";

export type LeistungenByLetter = {
  /** In alphabetical order, with `#` last. */
  readonly letters: readonly {
    readonly initial: string;
    readonly count: number;
  }[];
  /** Sorted as in a German dictionary. */
  readonly leistungen: readonly LeistungSummary[];
};

const german = new Intl.Collator("de");

/** Leistungen of this portal, all or those that fit the filter, and which letters there are. Two statements. */
export async function listLeistungen(
  context: Context,
  filter: store.LeistungFilter = {},
): Promise<LeistungenByLetter> {
  const { tenantId } = context;
  return context.transaction(async (db) => {
    const letters = await store.countByInitial(db, tenantId);
    const leistungen = await store.listLeistungen(db, tenantId, filter);
    return {
      letters: letters.toSorted(
        (first, second) => orderOf(first.initial) - orderOf(second.initial),
      ),
      leistungen: leistungen.toSorted((first, second) =>
        german.compare(first.title, second.title),
      ),
    };
  });
}

function orderOf(initial: string): number {
  return initial === "#" ? Number.MAX_SAFE_INTEGER : initial.charCodeAt(0);
}
