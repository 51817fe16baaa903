import type { Context } from "../../../platform/context/context.ts";
import { mergeHits, type Hit, type PlacedHit } from "../domain/merge-hits.ts";
import {
  chooseMatches,
  searchTermsOf,
  type SearchTerm,
} from "../domain/search-plan.ts";
import { listCandidates, listHits } from "../store/search-store.ts";

const longestQuery = 200;
const mostHits = 50;

/**
 * Leistungen that answer what was typed, best first: umlauts, endings, parts of compounds, typing errors and everyday words are understood.
 * Searched are the catalogues of the given authorities, the portal's own first, then those above it; each is read in its own tenant. Nothing
 * typed: an empty list. Two statements for each.
 */
export async function searchLeistungen(
  authorities: readonly Context[],
  query: string,
): Promise<PlacedHit[]> {
  const terms = searchTermsOf(query.slice(0, longestQuery));
  if (terms.length === 0) return [];
  return mergeHits(
    await Promise.all(authorities.map((context) => search(context, terms))),
  );
}

async function search(
  context: Context,
  terms: readonly SearchTerm[],
): Promise<Hit[]> {
  const { tenantId } = context;
  return context.transaction(async (db) => {
    const candidates = await listCandidates(db, tenantId, terms);
    const matches = chooseMatches(terms, candidates);
    return listHits(db, tenantId, { matches, limit: mostHits });
  });
}
