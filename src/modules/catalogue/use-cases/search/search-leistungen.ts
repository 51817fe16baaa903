import type { Context } from "../../../../platform/context/context.ts";
import {
  mergeHits,
  type Hit,
  type PlacedHit,
} from "../../domain/search/merge-hits.ts";
import {
  chooseMatches,
  searchTermsOf,
  type SearchTerm,
} from "../../domain/search/search-plan.ts";
import { readStatesHere } from "../../store/above-store.ts";
import { listCandidates, listHits } from "../../store/search-store.ts";

const longestQuery = 200;
const mostHits = 50;

// How it works (ADR 16): words are folded, cut to stems and kept in an inverted index with their weight. One statement finds candidates of the
// vocabulary by shared groups of three letters, another one the Leistungen. In between, pure functions decide what matches (search-plan.ts):
// parts of compounds, typing errors, everyday words, words of the place (`addSynonym`). What is in front or asked for much comes before what
// answers as well. `testing/everyday-queries.txt` measures it.

/**
 * Leistungen that answer what was typed, best first: umlauts, endings, parts of compounds, typing errors and everyday words are understood.
 * Searched are the catalogues of the given authorities, the portal's own first, then those above it; each is read in its own tenant. What the
 * portal hides of those above is left out. Nothing typed: an empty list. Two statements for each, one more where those above have something.
 */
export async function searchLeistungen(
  authorities: readonly Context[],
  query: string,
): Promise<PlacedHit[]> {
  const terms = searchTermsOf(query.slice(0, longestQuery));
  if (terms.length === 0) return [];
  const levels = await Promise.all(
    authorities.map((context) => search(context, terms)),
  );
  const hidden = await hiddenOf(authorities, levels);
  return mergeHits(levels, ({ hit }) => hidden.has(hit));
}

/** Hits of the authorities above that the portal does not show. */
async function hiddenOf(
  [own, ...above]: readonly Context[],
  [, ...levels]: readonly (readonly Hit[])[],
): Promise<ReadonlySet<Hit>> {
  const hits = levels.flatMap((found, level) =>
    found.map((hit) => ({ hit, tenantId: above[level]?.tenantId ?? "" })),
  );
  if (!own || hits.length === 0) return new Set();
  const named = hits.map(({ hit: { slug, leikaKey }, tenantId }) => ({
    tenantId,
    slug,
    leikaKey,
  }));
  const states = await own.read((db) =>
    readStatesHere(db, own.tenantId, named),
  );
  return new Set(
    hits.filter((_, place) => states[place]?.isHidden).map(({ hit }) => hit),
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
