import type { InLanguages } from "../content/leistung-content.ts";

/** Whom a situation concerns. */
export const audiences = ["citizen", "business"] as const;
export type Audience = (typeof audiences)[number];

/** A situation of life or of business (Lebenslage, Geschäftslage) that brings Leistungen together. */
export type Situation = {
  readonly key: string;
  /** Null for the ones on top. */
  readonly parentKey: string | null;
  readonly audience: Audience;
  /** What stands for it in an address: German, short and stable. */
  readonly address: string;
  readonly names: InLanguages;
};

/** With what decides whether and where it is shown. */
export type TreeSituation = Situation & {
  /** Among those of the same parent; on top, among those of the same audience. */
  readonly position: number;
  /** Itself; what is below a hidden one is out of sight with it. */
  readonly isHidden: boolean;
};

/** What one authority says of a situation itself, for it and all below it until one says otherwise; what is left out is as above. */
export type SituationChange = {
  readonly key: string;
  /** Of one that the authority added. */
  readonly place?:
    | Pick<Situation, "parentKey" | "audience" | "address">
    | undefined;
  readonly names?: InLanguages | undefined;
  readonly position?: number | undefined;
  readonly isHidden?: boolean | undefined;
};

/** Changes of an authority and of those above it, the highest first. */
export type SituationLayers = readonly (readonly SituationChange[])[];

const step = 10;

/** Everything there is, also hidden ones, each followed by what is below it. */
export function treeOf(
  builtIn: readonly Situation[],
  layers: SituationLayers,
): readonly TreeSituation[] {
  const all = new Map<string, TreeSituation>();
  for (const situation of builtIn)
    all.set(situation.key, {
      ...situation,
      position: nextPosition([...all.values()], situation),
      isHidden: false,
    });
  for (const change of layers.flat()) {
    const changed = changedBy(all.get(change.key), change);
    if (changed) all.set(change.key, changed);
  }
  return inOrder([...all.values()]);
}

/** Undefined where the one that is changed is gone above. */
function changedBy(
  before: TreeSituation | undefined,
  { key, place = before, names = before?.names, ...own }: SituationChange,
): TreeSituation | undefined {
  if (!place || !names) return undefined;
  const { position = 0, isHidden = false } = { ...before, ...given(own) };
  const { parentKey, audience, address } = place;
  return { key, parentKey, audience, address, names, position, isHidden };
}

/** Without what is left out. */
function given(
  own: Pick<SituationChange, "position" | "isHidden">,
): Pick<SituationChange, "position" | "isHidden"> {
  return {
    ...(own.position !== undefined && { position: own.position }),
    ...(own.isHidden !== undefined && { isHidden: own.isHidden }),
  };
}

/** Behind all that stand beside it. */
export function nextPosition(
  all: readonly TreeSituation[],
  place: Pick<Situation, "parentKey" | "audience">,
): number {
  const beside = besideOf(all, place).map(({ position }) => position);
  return Math.max(0, ...beside) + step;
}

/** Those of the same parent, or on top of the same audience, in their order. */
export function besideOf(
  all: readonly TreeSituation[],
  { parentKey, audience }: Pick<Situation, "parentKey" | "audience">,
): readonly TreeSituation[] {
  return all
    .filter((it) => it.parentKey === parentKey && it.audience === audience)
    .toSorted((one, other) => one.position - other.position);
}

/** A tree that bites its own tail is left out. */
function inOrder(all: readonly TreeSituation[]): readonly TreeSituation[] {
  const keys = new Set(all.map(({ key }) => key));
  // What stood below one that is gone above comes to the top.
  const placed = all.map((it) =>
    it.parentKey === null || keys.has(it.parentKey)
      ? it
      : { ...it, parentKey: null },
  );
  const withBelow = (situation: TreeSituation): readonly TreeSituation[] => [
    situation,
    ...placed
      .filter(({ parentKey }) => parentKey === situation.key)
      .toSorted((one, other) => one.position - other.position)
      .flatMap(withBelow),
  ];
  return audiences.flatMap((audience) =>
    besideOf(placed, { parentKey: null, audience }).flatMap(withBelow),
  );
}

/** What everybody sees of the tree, in its order. */
export function situationsOf(
  builtIn: readonly Situation[],
  layers: SituationLayers,
): readonly Situation[] {
  return shownOf(treeOf(builtIn, layers));
}

/** What is hidden neither itself nor with what it stands below. */
export function shownOf<T extends TreeSituation>(
  all: readonly T[],
): readonly T[] {
  const hidden = new Set(
    all.filter(({ isHidden }) => isHidden).map(({ key }) => key),
  );
  return all.filter(
    ({ key }) => !pathTo(key, all).some((above) => hidden.has(above.key)),
  );
}

/** Positions of those beside a situation after it changed places with the one before or after it; none where there is no such one. */
export function movedPositions(
  all: readonly TreeSituation[],
  key: string,
  direction: "up" | "down",
): readonly { readonly key: string; readonly position: number }[] {
  const moved = all.find((it) => it.key === key);
  if (!moved) return [];
  const beside = besideOf(all, moved);
  const from = beside.indexOf(moved);
  const to = direction === "up" ? from - 1 : from + 1;
  if (to < 0 || to >= beside.length) return [];
  const order = beside.toSpliced(from, 1).toSpliced(to, 0, moved);
  return order
    .map((it, index) => ({ ...it, next: (index + 1) * step }))
    .filter(({ position, next }) => position !== next)
    .map(({ key: each, next }) => ({ key: each, position: next }));
}

/** From the top of the tree down to a situation; empty when there is none of this key. */
export function pathTo(
  key: string,
  all: readonly Situation[],
): readonly Situation[] {
  const path: Situation[] = [];
  let next = all.find((situation) => situation.key === key);
  while (next && !path.includes(next)) {
    path.unshift(next);
    const { parentKey } = next;
    next = all.find((situation) => situation.key === parentKey);
  }
  return path;
}

/** Keys of a situation and of everything below it. */
export function keysBelow(key: string, all: readonly Situation[]): string[] {
  return all
    .filter((situation) =>
      pathTo(situation.key, all).some((above) => above.key === key),
    )
    .map((situation) => situation.key);
}

/** Situations on top that have a Leistung, themselves or below. */
export function rootsWith(
  keys: readonly string[],
  all: readonly Situation[],
): readonly Situation[] {
  const roots = new Set(keys.map((key) => pathTo(key, all)[0]));
  return all.filter((situation) => roots.has(situation));
}

/** Situations right below one that have a Leistung, themselves or below. */
export function childrenWith(
  keys: readonly string[],
  { key, all }: { readonly key: string; readonly all: readonly Situation[] },
): readonly Situation[] {
  const used = new Set(
    keys.flatMap((each) => pathTo(each, all)).map((above) => above.key),
  );
  return all.filter(
    (situation) => situation.parentKey === key && used.has(situation.key),
  );
}
