import { editDistance } from "../../../platform/values/edit-distance.ts";
import { foldText } from "../../../platform/values/fold-text.ts";
import {
  similarityOfTrigrams,
  trigramsOf,
} from "../../../platform/values/trigrams.ts";

/** A commune, to find who is responsible there. */
export type Place = {
  /** 12 digits. */
  readonly ars: string;
  readonly name: string;
  readonly postcodes: readonly string[];
  /** Tells places of the same name apart; null where the list of places did not say. */
  readonly county?: string | null;
};

/** A place that may be meant. */
export type FoundPlace = Place & {
  readonly population: number;
  /** The name it was found by: its own or that of a commune that became part of it. */
  readonly foundBy: string;
};

/**
 * What people call a commune: official lists put what it is behind a comma, "Schwerin, Landeshauptstadt", "Abensberg, St", "Rostock,
 * Hanse- und Universitätsstadt".
 */
export function commonName(officialName: string): string {
  const [name = ""] = officialName.split(/,(?:\s|$)/);
  return name.trim();
}

/** In which county a place lies; undefined where it has one of its own or nobody said. */
export function countyOf({
  name,
  county,
}: Pick<Place, "name" | "county">): string | undefined {
  const common = commonName(county ?? "");
  return common === "" || common === name ? undefined : common;
}

/** The postcode that a visitor typed, or the beginning of one, alone or beside the name: "19288", "192", "19288 Ludwigslust". */
export function postcodeIn(query: string): string | undefined {
  return (
    /^(\d{3,5})$/.exec(query)?.[1] ?? /(?<!\d)(\d{5})(?!\d)/.exec(query)?.[1]
  );
}

const shortForms: readonly (readonly [written: RegExp, meant: string])[] = [
  [/\ba d\b/g, "an der"],
  [/\bi d\b/g, "in der"],
  [/\bo d\b/g, "ob der"],
  [/\bv d\b/g, "vor der"],
  [/\ba\b/g, "am"],
  [/\bb\b/g, "bei"],
  [/\bi\b/g, "in"],
  [/\bst\b/g, "sankt"],
  [/\bgr\b/g, "gross"],
  [/\bkl\b/g, "klein"],
];

/** A name as it is compared: folded, "a.d. Saale" and "St." written out. */
function foldPlaceName(name: string): string {
  return shortForms.reduce(
    (folded, [written, meant]) => folded.replaceAll(written, meant),
    foldText(name),
  );
}

/** Groups of three letters of a name, under which it is found. */
export function trigramsOfPlace(name: string): string[] {
  return trigramsOf(foldPlaceName(name));
}

/** Under what a place is found: its names, with the former ones, and its postcodes from three digits on. */
export function searchKeysOf(
  place: Pick<Place, "name" | "postcodes">,
  formerNames: readonly string[] = [],
): readonly { readonly key: string; readonly name: string }[] {
  const names = [...new Set([place.name, ...formerNames.map(commonName)])];
  const beginnings = place.postcodes.flatMap((postcode) =>
    [3, 4, 5].map((digits) => postcodeKeyOf(postcode.slice(0, digits))),
  );
  return [
    ...names.flatMap((name) =>
      trigramsOfPlace(name).map((key) => ({ key, name })),
    ),
    ...[...new Set(beginnings)].map((key) => ({ key, name: place.name })),
  ];
}

export function postcodeKeyOf(beginning: string): string {
  return `#${beginning}`;
}

const weakestMatch = 0.3;

/** Places whose name fits what was typed, best first. One that fits exactly leaves only those that begin with it as a whole word. */
export function rankPlaces<
  Candidate extends Pick<FoundPlace, "ars" | "foundBy" | "population">,
>(candidates: readonly Candidate[], query: string): Candidate[] {
  const typed = foldPlaceName(query);
  const trigrams = trigramsOf(typed);
  const scored = candidates
    .map((candidate) => ({
      candidate,
      score: scoreOf(foldPlaceName(candidate.foundBy), { typed, trigrams }),
    }))
    .filter(({ score }) => score >= weakestMatch)
    .toSorted(
      (first, second) =>
        second.score - first.score ||
        second.candidate.population - first.candidate.population,
    );
  const isExact = (scored[0]?.score ?? 0) >= exactScore;
  const shown = isExact
    ? scored.filter(({ score }) => score >= wholeWordScore)
    : scored;
  return eachOnce(shown.map(({ candidate }) => candidate));
}

const exactScore = 4;
const wholeWordScore = 3;

/** A name that begins with what was typed always counts more than a similar one; of those the larger place comes first. */
function scoreOf(
  name: string,
  { typed, trigrams }: { typed: string; trigrams: readonly string[] },
): number {
  if (name === typed) return exactScore;
  if (name.startsWith(`${typed} `)) return wholeWordScore;
  if (name.startsWith(typed)) return 2;
  const edits = editDistance(name, typed, mostErrors(typed.length));
  const spelled =
    edits <= mostErrors(typed.length) ? 1 - edits / (typed.length + 1) : 0;
  return Math.max(spelled, similarityOfTrigrams(trigramsOf(name), trigrams));
}

function mostErrors(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/** A place that was found by several of its names is shown by the best. */
function eachOnce<Candidate extends { readonly ars: string }>(
  candidates: readonly Candidate[],
): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ ars }) => {
    const isNew = !seen.has(ars);
    seen.add(ars);
    return isNew;
  });
}
