import type { FormElement } from "../form-definition.ts";

/** An element with where it is. */
export type PlacedElement = {
  readonly element: FormElement;
  readonly path: string;
  /** Of the groups around it and of itself. */
  readonly labels: readonly string[];
};

/** An element of the older form and the same one in the newer. */
export type ElementPair = {
  readonly before: PlacedElement;
  readonly after: PlacedElement;
  readonly isMoved: boolean;
};

export type Matching = {
  readonly pairs: readonly ElementPair[];
  readonly added: readonly PlacedElement[];
  readonly removed: readonly PlacedElement[];
};

/**
 * Finds the elements that are the same in both forms: those with the same path, then those with the same key that left one place and
 * stand at another. Keys may occur in many groups (a FIM street does), so the first that left is taken for the first that came.
 */
export function matchElements(
  before: readonly FormElement[],
  after: readonly FormElement[],
): Matching {
  const matched = matchSiblings(place(before), place(after));
  const pairs = [...matched.pairs];
  const removed = [...matched.removed];
  const added: PlacedElement[] = [];
  const came = [...matched.added];
  for (let next = came.shift(); next; next = came.shift()) {
    const index = removed.findIndex((left) => isSame(left, next));
    const [left] = index < 0 ? [] : removed.splice(index, 1);
    if (!left) {
      added.push(next);
      came.unshift(...childrenOf(next));
      continue;
    }
    pairs.push({ before: left, after: next, isMoved: true });
    const inner = matchSiblings(childrenOf(left), childrenOf(next));
    pairs.push(...inner.pairs);
    removed.push(...inner.removed);
    came.push(...inner.added);
  }
  return { pairs, added, removed: removed.flatMap(withInner) };
}

function isSame(left: PlacedElement, came: PlacedElement): boolean {
  return (
    left.element.key === came.element.key &&
    left.element.kind === came.element.kind
  );
}

function matchSiblings(
  before: readonly PlacedElement[],
  after: readonly PlacedElement[],
): Matching {
  const older = new Map(before.map((each) => [each.element.key, each]));
  const newer = new Set(after.map(({ element }) => element.key));
  const common = after.filter(({ element }) => older.has(element.key));
  const staying = inOldOrder(common, before);
  const matchings = common.flatMap((each) => {
    const old = older.get(each.element.key);
    if (!old) return [];
    const isMoved = !staying.has(each);
    const inner = matchSiblings(childrenOf(old), childrenOf(each));
    return [
      {
        pairs: [{ before: old, after: each, isMoved }],
        added: [],
        removed: [],
      },
      inner,
    ];
  });
  return {
    pairs: matchings.flatMap(({ pairs }) => pairs),
    added: [
      ...matchings.flatMap(({ added }) => added),
      ...after.filter(({ element }) => !older.has(element.key)),
    ],
    removed: [
      ...matchings.flatMap(({ removed }) => removed),
      ...before.filter(({ element }) => !newer.has(element.key)),
    ],
  };
}

/** The longest run of elements that kept their order; the others are those that moved. */
function inOldOrder(
  common: readonly PlacedElement[],
  before: readonly PlacedElement[],
): ReadonlySet<PlacedElement> {
  const positions = new Map(
    before.map(({ element }, index) => [element.key, index]),
  );
  const links: Link[] = [];
  for (const placed of common) {
    const position = positions.get(placed.element.key) ?? -1;
    const previous = longest(links.filter((link) => link.position < position));
    links.push({
      placed,
      position,
      previous,
      length: (previous?.length ?? 0) + 1,
    });
  }
  const kept = new Set<PlacedElement>();
  for (let link = longest(links); link; link = link.previous)
    kept.add(link.placed);
  return kept;
}

type Link = {
  readonly placed: PlacedElement;
  /** Where it stood in the older form. */
  readonly position: number;
  readonly previous: Link | undefined;
  readonly length: number;
};

function longest(links: readonly Link[]): Link | undefined {
  return links.reduce<Link | undefined>(
    (best, link) => (link.length > (best?.length ?? 0) ? link : best),
    undefined,
  );
}

export function place(elements: readonly FormElement[]): PlacedElement[] {
  return elements.map((element) => ({
    element,
    path: element.key,
    labels: [element.label],
  }));
}

export function childrenOf({
  element,
  path,
  labels,
}: PlacedElement): PlacedElement[] {
  const children = element.kind === "group" ? element.elements : [];
  return children.map((child) => ({
    element: child,
    path: `${path}.${child.key}`,
    labels: [...labels, child.label],
  }));
}

function withInner(placed: PlacedElement): PlacedElement[] {
  return [placed, ...childrenOf(placed).flatMap(withInner)];
}
