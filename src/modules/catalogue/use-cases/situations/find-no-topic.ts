import type { Context } from "../../../../platform/context/context.ts";
import type { FormerPage } from "../../domain/former.ts";
import {
  rootsWith,
  shownOf,
  treeOf,
  type Situation,
} from "../../domain/situations/situations.ts";
import { builtInSituations } from "../../i18n/built-in-situations.ts";
import { findFormerTopic } from "../../store/former-store.ts";
import { readUsedTree } from "../../store/front-store.ts";

/** Where the portal shows no topic: what was there, and what there is. */
export type NoTopic = {
  /** Undefined: there never was one. */
  readonly former: FormerPage | undefined;
  /** What it stood below, as far as that is shown. */
  readonly parent: Situation | undefined;
  /** Topics on top that have a Leistung, themselves or below. */
  readonly topics: readonly Situation[];
};

/** What to tell at the address of a topic that this portal does not show: editors hid it, which is no reason to name it, or removed it. Two statements. */
export async function findNoTopic(
  context: Context,
  address: string,
): Promise<NoTopic> {
  const { tenantId } = context;
  return context.transaction(async (db) => {
    const { layers, usedSituations } = await readUsedTree(db, tenantId);
    const all = treeOf(builtInSituations, layers);
    const shown = shownOf(all);
    const hidden = all.find((it) => it.address === address);
    const former = hidden
      ? {
          address,
          told: undefined,
          leadsTo: hidden.parentKey ?? undefined,
        }
      : await findFormerTopic(db, tenantId, address);
    return {
      former,
      parent: shown.find(({ key }) => key === former?.leadsTo),
      topics: rootsWith(usedSituations, shown),
    };
  });
}
