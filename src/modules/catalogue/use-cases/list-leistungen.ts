import type { Context } from "../../../platform/context/context.ts";
import type { LeistungSummary } from "../domain/leistung.ts";
import { builtInSituations } from "../i18n/built-in-situations.ts";
import {
  childrenWith,
  keysBelow,
  pathTo,
  situationsOf,
  type Situation,
} from "../domain/situations/situations.ts";
import { readUsedTree } from "../store/front-store.ts";
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
  readonly topic: Topic | undefined;
};

/** A situation where it stands in the tree. */
export type Topic = {
  readonly situation: Situation;
  /** From the top of the tree down to it, without itself. */
  readonly above: readonly Situation[];
  /** Right below it, as far as they have a Leistung. */
  readonly below: readonly Situation[];
};

export type ListFilter = {
  readonly initial?: string;
  /** What stands for a situation in an address. */
  readonly situation?: string;
};

const german = new Intl.Collator("de");

/**
 * Leistungen of this portal, all or those that fit the filter, and which letters there are; a situation stands for all below it, and in one that
 * the portal does not show is nothing. Two statements, one more for a situation.
 */
export async function listLeistungen(
  context: Context,
  { initial, situation: address }: ListFilter = {},
): Promise<LeistungenByLetter> {
  const { tenantId } = context;
  return context.transaction(async (db) => {
    const { layers, usedSituations } =
      address === undefined ? noTree : await readUsedTree(db, tenantId);
    const tree = situationsOf(builtInSituations, layers);
    const situation = tree.find((known) => known.address === address);
    if (address !== undefined && !situation) return nothing;
    const letters = await store.countByInitial(db, tenantId);
    const leistungen = await store.listLeistungen(db, tenantId, {
      ...(initial !== undefined && { initial }),
      ...(situation && { situations: keysBelow(situation.key, tree) }),
    });
    return {
      topic: situation && topicOf(situation, tree, usedSituations),
      letters: letters.toSorted(
        (first, second) => orderOf(first.initial) - orderOf(second.initial),
      ),
      leistungen: leistungen.toSorted((first, second) =>
        german.compare(first.title, second.title),
      ),
    };
  });
}

const nothing = { topic: undefined, letters: [], leistungen: [] };
const noTree = { layers: [], usedSituations: [] };

function topicOf(
  situation: Situation,
  all: readonly Situation[],
  used: readonly string[],
): Topic {
  const { key } = situation;
  return {
    situation,
    above: pathTo(key, all).slice(0, -1),
    below: childrenWith(used, { key, all }),
  };
}

function orderOf(initial: string): number {
  return initial === "#" ? Number.MAX_SAFE_INTEGER : initial.charCodeAt(0);
}
