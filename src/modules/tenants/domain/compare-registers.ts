import {
  agsOf,
  type Commune,
  type HeldCommune,
  type Succession,
} from "./commune.ts";

/** What a newer register changes in what is known. */
export type RegisterChanges = {
  /** Not known so far. */
  readonly added: readonly Commune[];
  /** Another name, kind, county or association: the former description ends and is kept, this one begins. */
  readonly changed: readonly Commune[];
  /** Only figures or the postcode differ, or the same day corrects itself: no history. */
  readonly corrected: readonly Commune[];
  /** In the register no more. */
  readonly ended: readonly (HeldCommune & {
    readonly successor: string | undefined;
  })[];
  readonly unchanged: number;
};

export type RegistersToCompare = {
  readonly held: readonly HeldCommune[];
  readonly read: readonly Commune[];
  readonly asOf: string;
  /** ARS whose line could not be read: they stay as they are. */
  readonly unread: ReadonlySet<string>;
  readonly successions: readonly Succession[];
};

/** Compares what is known with a newer register. */
export function compareRegisters(given: RegistersToCompare): RegisterChanges {
  const held = new Map(given.held.map((commune) => [commune.ars, commune]));
  const kinds = Map.groupBy(given.read, (commune) =>
    changeOf(commune, { known: held.get(commune.ars), asOf: given.asOf }),
  );
  return {
    added: kinds.get("added") ?? [],
    changed: kinds.get("changed") ?? [],
    corrected: kinds.get("corrected") ?? [],
    unchanged: kinds.get("unchanged")?.length ?? 0,
    ended: endedOf(given),
  };
}

function changeOf(
  commune: Commune,
  { known, asOf }: { known: HeldCommune | undefined; asOf: string },
): "added" | "changed" | "corrected" | "unchanged" {
  if (!known) return "added";
  if (!isSame(commune, known, described))
    return known.validFrom < asOf ? "changed" : "corrected";
  return isSame(commune, known, counted) ? "unchanged" : "corrected";
}

const described = [
  "name",
  "kind",
  "county",
  "association",
  "associationKind",
] as const;
const counted = ["postcode", "areaHectares", "population"] as const;

function isSame(
  first: Commune,
  second: Commune,
  parts: readonly (keyof Commune)[],
): boolean {
  return parts.every((part) => first[part] === second[part]);
}

function endedOf(given: RegistersToCompare): RegisterChanges["ended"] {
  const read = new Set(given.read.map(({ ars }) => ars));
  const byAgs = new Map(given.read.map(({ ars }) => [agsOf(ars), ars]));
  const listed = new Map(
    given.successions.toReversed().map(({ from, to }) => [from, to]),
  );
  return given.held
    .filter(({ ars }) => !read.has(ars) && !given.unread.has(ars))
    .map((commune) => ({
      ...commune,
      successor: listed.get(commune.ars) ?? byAgs.get(agsOf(commune.ars)),
    }));
}
