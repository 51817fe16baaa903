import type { InLanguages } from "./leistung-content.ts";

/** Whom a situation concerns. */
export type Audience = "citizen" | "business";

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

/** A situation as an authority has it: added, renamed, moved, or hidden. */
export type OwnSituation = Situation & {
  readonly position: number;
  readonly isHidden: boolean;
};

/** The built-in tree with what an authority changed; its own ones come after the built-in ones in the order of their position. */
export function situationsOf(
  builtIn: readonly Situation[],
  own: readonly OwnSituation[],
): readonly Situation[] {
  const changed = new Map(own.map((situation) => [situation.key, situation]));
  const known = new Set(builtIn.map(({ key }) => key));
  const all = [
    ...builtIn.map((situation) => changed.get(situation.key) ?? situation),
    ...own
      .filter(({ key }) => !known.has(key))
      .toSorted((one, other) => one.position - other.position),
  ];
  const hidden = new Set(
    own.filter(({ isHidden }) => isHidden).map(({ key }) => key),
  );
  return all.filter(
    (situation) =>
      !pathTo(situation.key, all).some(({ key }) => hidden.has(key)),
  );
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
