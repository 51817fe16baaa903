import type { Context } from "../../../../platform/context/context.ts";
import { listGaps } from "../../store/demand-store.ts";
import { listSynonyms, type Synonym } from "../../store/synonym-store.ts";

export type SearchDesk = {
  /** What was searched for in vain on several occasions, the most frequent first. */
  readonly gaps: readonly {
    readonly words: string;
    readonly occasions: number;
    readonly lastAt: Date;
  }[];
  /** How many further searches are too rare to be shown. */
  readonly rare: number;
  readonly synonyms: readonly Synonym[];
};

/** What an editor sees of the search; undefined without `catalogue.edit`. Two statements. */
export async function readSearchDesk(
  context: Context,
): Promise<SearchDesk | undefined> {
  const { actor, tenantId } = context;
  if (!actor.may("catalogue.edit")) return undefined;
  return context.transaction(async (db) => ({
    ...(await listGaps(db, tenantId)),
    synonyms: await listSynonyms(db, tenantId),
  }));
}
