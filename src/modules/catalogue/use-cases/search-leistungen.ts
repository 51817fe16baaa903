import type { Context } from "../../../platform/context/context.ts";
import type { LeistungSummary } from "../domain/leistung.ts";
import { chooseMatches, searchTermsOf } from "../domain/search-plan.ts";
import { listCandidates, listHits } from "../store/search-store.ts";

const longestQuery = 200;
const mostHits = 50;
/** Hits far behind the best one confuse more than they help. */
const fairShare = 0.25;

/**
 * Leistungen of this portal that answer what was typed, best first: umlauts, endings, parts of compounds, typing errors
 * and everyday words are understood. Nothing typed: an empty list. Two statements.
 */
export async function searchLeistungen(
  context: Context,
  query: string,
): Promise<LeistungSummary[]> {
  const { tenantId } = context;
  const terms = searchTermsOf(query.slice(0, longestQuery));
  if (terms.length === 0) return [];
  const hits = await context.transaction(async (db) => {
    const candidates = await listCandidates(db, tenantId, terms);
    const matches = chooseMatches(terms, candidates);
    return listHits(db, tenantId, { matches, limit: mostHits });
  });
  const [best] = hits;
  return hits
    .filter(
      (hit) =>
        hit.covered === best?.covered && hit.score >= best.score * fairShare,
    )
    .map(({ covered: _covered, score: _score, ...summary }) => summary);
}
