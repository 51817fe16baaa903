import { align, type Alignment } from "./align.ts";
import type { Answers, Occurrence } from "./answers.ts";
import {
  besides,
  groupAnswers,
  isBlank,
  isGroupAnswer,
  listFiles,
  occurrencePath,
  occurrencesOf,
} from "./answers.ts";
import {
  fingerprintOf,
  fingerprintsOfList,
  placesOf,
  shownAt,
  typedPart,
  type Fingerprint,
  type Fingerprints,
} from "./fingerprint.ts";
import type { FormElement, FormPage } from "./form-definition.ts";
import { askedElements, isRepeatable } from "./visit.ts";

/** Three states of a page's answers. */
export type PageSides = {
  /** What the page showed before anything was typed. */
  readonly basis: Fingerprints;
  /** What it sends now. */
  readonly mine: Answers;
  /** What is stored by now, maybe from another tab. */
  readonly theirs: Answers;
};

/** Something that was changed both here and in another tab since the page was shown. */
export type Overlap = {
  /**
   * - `overwritten`: both wrote it; this page's value counts, the other's is here.
   * - `brought-back`: removed there, changed here; it stays.
   * - `kept`: removed here, changed there; it stays.
   */
  readonly kind: "overwritten" | "brought-back" | "kept";
  /** Where it stands in the merged answers. */
  readonly path: string;
  readonly element: FormElement;
  /** What the other tab had stored. */
  readonly theirs: readonly Occurrence[];
};

export type Merged = {
  /** Stored answers of other pages, and the merged ones of this. */
  readonly answers: Answers;
  readonly overlaps: readonly Overlap[];
};

/**
 * The last change counts, for each field by itself: what this page did not change keeps the newer value of another tab. Entries that
 * repeat are followed by `align`; none that either side wrote is dropped. Merging what is stored already changes nothing.
 */
export function mergePage(page: FormPage, sides: PageSides): Merged {
  const overlaps: Overlap[] = [];
  const others = besides(page.elements, sides.theirs);
  const merged = mergeElements(page.elements, sides, { parent: "", overlaps });
  return { answers: { ...others, ...merged }, overlaps };
}

type Place = { readonly parent: string; readonly overlaps: Overlap[] };

function mergeElements(
  elements: readonly FormElement[],
  sides: PageSides,
  place: Place,
): Answers {
  const answered = elements.filter(
    ({ key }) =>
      occurrencesOf(sides.mine, key).length > 0 ||
      occurrencesOf(sides.theirs, key).length > 0,
  );
  const entries = answered.map((element) => {
    const { key } = element;
    const lists: Lists = {
      basis: shownAt(sides.basis, element),
      mine: placesOf(element, sides.mine),
      theirs: placesOf(element, sides.theirs),
    };
    return [key, mergeElement(element, lists, place)] as const;
  });
  return Object.fromEntries(entries.filter(([, list]) => list.length > 0));
}

type Lists = {
  readonly basis: readonly Fingerprint[];
  readonly mine: readonly Occurrence[];
  readonly theirs: readonly Occurrence[];
};

function mergeElement(
  element: FormElement,
  lists: Lists,
  place: Place,
): readonly Occurrence[] {
  // Files are added and taken away one by one, on top of what is stored.
  if (element.kind === "field" && element.dataType === "file")
    return lists.mine;
  if (isOneAnswer(element)) return mergeWhole(element, lists, place);
  if (isRepeatable(element)) return mergeEntries(element, lists, place);
  return mergeOnly(element, lists, place);
}

function mergeOnly(
  element: FormElement,
  { basis, mine, theirs }: Lists,
  { parent, overlaps }: Place,
): readonly Occurrence[] {
  const merged = mergeOccurrence(
    element,
    { basis: basis[0], mine: mine[0], theirs: theirs[0] },
    { path: occurrencePath(parent, element.key, 0), overlaps },
  );
  // A blank group is sent only with a place in it that somebody has just added.
  const isKept = !isBlank(merged) || mine.length > 0;
  return merged !== undefined && isKept ? [merged] : [];
}

/** Ticked boxes of one question, and alternatives of which one counts, make sense together only. */
function isOneAnswer(element: FormElement): boolean {
  return element.kind === "group"
    ? element.choice === true && !isRepeatable(element)
    : element.dataType === "select" && isRepeatable(element);
}

function mergeWhole(
  element: FormElement,
  lists: Lists,
  place: Place,
): readonly Occurrence[] {
  const typed = (list: readonly Fingerprint[]) =>
    list.map((one) => typedPart(element, one)).join(",");
  const basis = typed(lists.basis);
  const here = typed(fingerprintsOfList(element, lists.mine));
  const there = typed(fingerprintsOfList(element, lists.theirs));
  if (here === basis)
    return element.kind === "group"
      ? mergeOnly(element, lists, place)
      : lists.theirs;
  if (there !== basis && there !== here)
    place.overlaps.push({
      kind: "overwritten",
      path: occurrencePath(place.parent, element.key, 0),
      element,
      theirs: lists.theirs,
    });
  return lists.mine;
}

function mergeEntries(
  element: FormElement,
  { basis, mine, theirs }: Lists,
  { parent, overlaps }: Place,
): readonly Occurrence[] {
  const here = align(basis, fingerprintsOfList(element, mine));
  const there = align(basis, fingerprintsOfList(element, theirs));
  const merged: Occurrence[] = [];
  for (const index of orderOf(here.places, there.places)) {
    const entry = mergeEntry(
      element,
      {
        basis: basis[index],
        mine: mine[here.places[index] ?? -1],
        theirs: theirs[there.places[index] ?? -1],
      },
      {
        path: occurrencePath(parent, element.key, merged.length),
        overlaps,
      },
    );
    if (entry !== undefined) merged.push(entry);
  }
  const theirsAdded = pick(theirs, there.added);
  const mineAdded = unlike(element, theirsAdded, pick(mine, here.added));
  return [
    ...merged,
    ...withoutBlanks(theirsAdded, mineAdded.length),
    ...mineAdded,
  ];
}

/** Without so many of the blank entries: a place that was just added is there for what is typed into it. */
function withoutBlanks(
  entries: readonly Occurrence[],
  count: number,
): readonly Occurrence[] {
  const taken = entries.filter(isBlank).slice(0, count);
  return entries.filter((entry) => !taken.includes(entry));
}

/** Earlier entries in the order this page has brought them into, or else the other tab. */
function orderOf(
  here: Alignment["places"],
  there: Alignment["places"],
): readonly number[] {
  const known = here.filter((place) => place !== undefined);
  const isMoved = known.some((place, index) => place < (known[index - 1] ?? 0));
  const places = isMoved ? here : there;
  const rank = (index: number) => places[index] ?? index;
  return [...here.keys()].sort((a, b) => rank(a) - rank(b));
}

/** Entries that are not among the others yet: a form that was sent twice adds its entry once. */
function unlike(
  element: FormElement,
  others: readonly Occurrence[],
  entries: readonly Occurrence[],
): readonly Occurrence[] {
  const print = (entry: Occurrence) =>
    JSON.stringify(fingerprintOf(element, entry));
  const known = new Set(others.map(print));
  return entries.filter((entry) => !known.has(print(entry)));
}

function pick(
  list: readonly Occurrence[],
  indexes: readonly number[],
): readonly Occurrence[] {
  return list.filter((_, index) => indexes.includes(index));
}

/** A field or a group on its three sides; undefined where it is not (any more). */
type Entry = {
  readonly basis: Fingerprint | undefined;
  readonly mine: Occurrence | undefined;
  readonly theirs: Occurrence | undefined;
};

type At = { readonly path: string; readonly overlaps: Overlap[] };

/** One entry of a list; undefined when it is removed, which it is only if nobody changed it meanwhile. */
function mergeEntry(
  element: FormElement,
  entry: Entry,
  { path, overlaps }: At,
): Occurrence | undefined {
  const { basis, mine, theirs } = entry;
  if (mine !== undefined && theirs !== undefined)
    return mergeOccurrence(element, entry, { path, overlaps });
  const left = mine ?? theirs;
  if (left === undefined) return undefined;
  const isChanged =
    mine === undefined
      ? JSON.stringify(fingerprintOf(element, left)) !== JSON.stringify(basis)
      : filesIn([left]).length > 0 ||
        typedPart(element, fingerprintOf(element, left)) !==
          typedPart(element, basis);
  if (!isChanged) return undefined;
  const kind = mine === undefined ? "kept" : "brought-back";
  overlaps.push({
    kind,
    path,
    element,
    theirs: theirs === undefined ? [] : [theirs],
  });
  return left;
}

function mergeOccurrence(
  element: FormElement,
  { basis, mine, theirs }: Entry,
  { path, overlaps }: At,
): Occurrence | undefined {
  if (element.kind === "group") {
    const asked = askedElements(element);
    const sides = {
      basis: typeof basis === "object" ? basis : {},
      mine: groupAnswers(mine),
      theirs: groupAnswers(theirs),
    };
    return {
      ...besides(asked, sides.theirs),
      ...mergeElements(asked, sides, { parent: path, overlaps }),
    };
  }
  const before = basis ?? "";
  const here = mine === undefined ? "" : fingerprintOf(element, mine);
  const there = theirs === undefined ? "" : fingerprintOf(element, theirs);
  if (here === before) return theirs;
  if (there !== before && there !== here)
    overlaps.push({
      kind: "overwritten",
      path,
      element,
      theirs: theirs === undefined ? [] : [theirs],
    });
  return mine;
}

function filesIn(list: readonly Occurrence[]): readonly unknown[] {
  return list.flatMap((one) =>
    isGroupAnswer(one) ? listFiles(one) : typeof one === "string" ? [] : [one],
  );
}
