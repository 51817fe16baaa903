import type { LeistungSummary } from "../leistung.ts";

/** A Leistung that answers a search, and how well. */
export type Hit = LeistungSummary & {
  readonly leikaKey: string | null;
  /** Each town or Amt below decides for itself: whoever searches there is not sent up. */
  readonly belongsToCommunes: boolean;
  /** How many of the typed words it answers. */
  readonly covered: number;
  readonly score: number;
};

/** A hit with the number of the authority that has it: 0 is the portal's own, 1 the one above, and so on. */
export type PlacedHit = { readonly level: number; readonly hit: Hit };

const mostHits = 50;
/** Hits far behind the best one confuse more than they help. */
const fairShare = 0.25;
/** Of two that answer alike, the nearer authority comes first. */
const shareOfLevelAbove = 0.9;

/**
 * What several authorities have for one search, best first. A Leistung of an authority above gives way to the same one of a nearer
 * authority (same Leistungsschlüssel, or same last part of the address), also where that one is hidden here.
 */
export function mergeHits(
  levels: readonly (readonly Hit[])[],
  isHidden: (placed: PlacedHit) => boolean = () => false,
): PlacedHit[] {
  const shown = withoutDoubles(levels).filter((placed) => !isHidden(placed));
  const placed = shown.map(({ level, hit }) => ({
    level,
    hit,
    // A hit that answers all words weakly beats one that answers a single word well.
    worth: hit.score * hit.covered * shareOfLevelAbove ** level,
  }));
  const sorted = placed.toSorted((first, second) => second.worth - first.worth);
  const best = sorted[0]?.worth ?? 0;
  return sorted
    .filter(({ worth }) => worth >= best * fairShare)
    .slice(0, mostHits)
    .map(({ level, hit }) => ({ level, hit }));
}

function withoutDoubles(levels: readonly (readonly Hit[])[]): PlacedHit[] {
  const known = new Set<string>();
  return levels.flatMap((hits, level) => {
    const own = hits.filter(
      (hit) =>
        level === 0 ||
        !(
          hit.belongsToCommunes || namesOf(hit).some((name) => known.has(name))
        ),
    );
    for (const name of own.flatMap(namesOf)) known.add(name);
    return own.map((hit) => ({ level, hit }));
  });
}

function namesOf({ leikaKey, slug }: Hit): string[] {
  return leikaKey === null ? [slug] : [slug, leikaKey];
}
