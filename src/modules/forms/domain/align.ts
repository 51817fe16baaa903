import { fingerprintsAt, type Fingerprint } from "./fingerprint.ts";

/** Which entries of a changed list are which of the list as it was. */
export type Alignment = {
  /** For each earlier entry its place now; undefined for one that was removed. */
  readonly places: readonly (number | undefined)[];
  /** Places of entries that are new. */
  readonly added: readonly number[];
};

/**
 * As many entries as before: each is still itself, apart from those that changed places. Otherwise those belong together, in their order,
 * that have most values in common: so an entry that was removed in the middle does not hand its values to its neighbour.
 */
export function align(
  before: readonly Fingerprint[],
  after: readonly Fingerprint[],
): Alignment {
  const places =
    before.length === after.length
      ? movedPlaces(before, after)
      : bestPlaces(before, after);
  const known = new Set(places);
  return {
    places,
    added: [...after.keys()].filter((index) => !known.has(index)),
  };
}

/** First what stayed, then what was filled in and stands unchanged somewhere else, then the rest in its order. */
function movedPlaces(
  before: readonly Fingerprint[],
  after: readonly Fingerprint[],
): number[] {
  const [earlier, later] = [before, after].map((list) =>
    list.map((one) => JSON.stringify(one)),
  );
  const free = new Set(after.keys());
  const take = (place: number) => {
    free.delete(place);
    return place;
  };
  const stayed = earlier?.map((one, index) =>
    one === later?.[index] ? take(index) : undefined,
  );
  const moved = stayed?.map((place, index) => {
    const isBlank = inCommon(before[index], before[index]) === 0;
    const found =
      place ??
      [...free].find(
        (other) => !isBlank && later?.[other] === earlier?.[index],
      );
    return found === undefined ? undefined : take(found);
  });
  return (moved ?? []).map((place) => place ?? take(Math.min(...free)));
}

/** Best sum of what pairs have in common, filled from the end (Needleman and Wunsch). */
function bestPlaces(
  before: readonly Fingerprint[],
  after: readonly Fingerprint[],
): (number | undefined)[] {
  const width = after.length + 1;
  const best = new Float64Array((before.length + 1) * width);
  const at = (i: number, j: number) => best[i * width + j] ?? 0;
  const paired = (i: number, j: number) =>
    at(i + 1, j + 1) + 1 + 2 * inCommon(before[i], after[j]);
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      best[i * width + j] = Math.max(paired(i, j), at(i + 1, j), at(i, j + 1));

  const places: (number | undefined)[] = [];
  let j = 0;
  while (places.length < before.length) {
    const i = places.length;
    if (j < after.length && at(i, j) === paired(i, j)) {
      places.push(j);
      j += 1;
    } else if (j < after.length && at(i, j) === at(i, j + 1)) j += 1;
    else places.push(undefined);
  }
  return places;
}

/** How many values that were filled in are the same. */
function inCommon(
  one: Fingerprint | undefined,
  other: Fingerprint | undefined,
): number {
  if (typeof one === "string") return one !== "" && one === other ? 1 : 0;
  let count = 0;
  for (const [key, values] of Object.entries(one ?? {})) {
    const others = fingerprintsAt(other, key);
    for (const [index, value] of values.entries())
      count += inCommon(value, others[index]);
  }
  return count;
}
