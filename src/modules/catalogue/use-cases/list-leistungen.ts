import type { Context } from "../../../platform/context/context.ts";
import type { LeistungSummary } from "../domain/leistung.ts";
import { builtInSituations } from "../i18n/built-in-situations.ts";
import {
  keysBelow,
  situationsOf,
  type Situation,
} from "../domain/situations.ts";
import { readSituationLayers } from "../store/situation-store.ts";
import * as store from "../store/leistung-store.ts";

export type LeistungenByLetter = {
  /** In alphabetical order, with `#` last. */
  readonly letters: readonly {
    readonly initial: string;
    readonly count: number;
  }[];
  /** Sorted as in a German dictionary. */
  readonly leistungen: readonly LeistungSummary[];
  /** The situation that was asked for, if there is such a one. */
  readonly situation: Situation | undefined;
};

export type ListFilter = {
  readonly initial?: string;
  /** What stands for a situation in an address. */
  readonly situation?: string;
};

const german = new Intl.Collator("de");

/**
 * Leistungen of this portal, all or those that fit the filter, and which letters there are; a situation stands for all below it, an unknown one
 * for nothing. Two statements, one more for a situation.
 */
export async function listLeistungen(
  context: Context,
  { initial, situation: address }: ListFilter = {},
): Promise<LeistungenByLetter> {
  const { tenantId } = context;
  return context.transaction(async (db) => {
    const layers =
      address === undefined ? [] : await readSituationLayers(db, tenantId);
    const tree = situationsOf(builtInSituations, layers);
    const situation = tree.find((known) => known.address === address);
    const letters = await store.countByInitial(db, tenantId);
    const leistungen = await store.listLeistungen(db, tenantId, {
      ...(initial !== undefined && { initial }),
      ...(situation && { situations: keysBelow(situation.key, tree) }),
    });
    return {
      situation,
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
