import type { Anomaly, Span } from "./check-register.ts";

/** A list that several clients append to and read whole. */
export type ListHistory = {
  readonly name: string;
  readonly appends: readonly (Span & { readonly entry: string })[];
  readonly reads: readonly (Span & { readonly entries: readonly string[] })[];
  /** Read when all others had ended. */
  readonly final: readonly string[];
};

export const listPromises = [
  "every acknowledged entry is in the list at the end, and every entry once",
  "an entry that was begun after another was acknowledged stands after it",
  "entries stand in one order, whoever reads the list and when",
  "every entry that was acknowledged before a read began is in what it reads",
  "what one has read is there for whoever reads afterwards",
  "nothing is in a list that nobody appended",
] as const;
export type ListPromise = (typeof listPromises)[number];

type Found = readonly Anomaly<ListPromise>[];

/** What each promise is broken by. */
export function checkList(history: ListHistory): Found {
  const [once, inOrder, oneOrder, stale, vanished, invented] = listPromises;
  const { appends, reads, final } = history;
  const named = (promise: ListPromise, entries: readonly string[]): Found =>
    entries.map((entry) => ({ promise, what: `${history.name}: ${entry}` }));
  const acknowledged = appends.filter(({ end }) => Number.isFinite(end));
  const known = new Set(appends.map(({ entry }) => entry));
  const all = [...reads.map(({ entries }) => entries), final];
  return [
    ...named(once, [
      ...missing(
        acknowledged.map(({ entry }) => entry),
        final,
      ),
      ...all.flatMap(doubled),
    ]),
    ...named(inOrder, overtaken(acknowledged, final)),
    ...named(
      oneOrder,
      reads.flatMap(({ entries }) => turned(entries, final)),
    ),
    ...named(
      stale,
      reads.flatMap(({ begin, entries }) =>
        missing(
          acknowledged
            .filter(({ end }) => end < begin)
            .map(({ entry }) => entry),
          entries,
        ),
      ),
    ),
    ...named(vanished, goneSince(history)),
    ...named(
      invented,
      all.flatMap((entries) => entries.filter((entry) => !known.has(entry))),
    ),
  ];
}

function missing(
  wanted: readonly string[],
  there: readonly string[],
): readonly string[] {
  const found = new Set(there);
  return wanted.filter((entry) => !found.has(entry));
}

const doubled = (entries: readonly string[]) =>
  entries.filter((entry, index) => entries.indexOf(entry) !== index);

function overtaken(
  acknowledged: ListHistory["appends"],
  final: readonly string[],
): readonly string[] {
  const place = placesIn(final);
  return acknowledged
    .filter(({ entry, end }) =>
      acknowledged.some(
        (later) =>
          end < later.begin &&
          (place.get(later.entry) ?? Infinity) < (place.get(entry) ?? -1),
      ),
    )
    .map(({ entry }) => entry);
}

/** Entries that stand before another one here, and after it in the end. */
function turned(
  entries: readonly string[],
  final: readonly string[],
): readonly string[] {
  const place = placesIn(final);
  const known = entries.filter((entry) => place.has(entry));
  return known.filter((entry, index) => {
    const next = known[index + 1];
    return (
      next !== undefined && (place.get(next) ?? 0) < (place.get(entry) ?? 0)
    );
  });
}

const placesIn = (entries: readonly string[]) =>
  new Map(entries.map((entry, index) => [entry, index]));

function goneSince({ reads, final }: ListHistory): readonly string[] {
  const last = { begin: Infinity, end: Infinity, entries: final };
  return [...reads, last].flatMap((later) =>
    missing(
      [
        ...new Set(
          reads
            .filter(({ end }) => end < later.begin)
            .flatMap(({ entries }) => entries),
        ),
      ],
      later.entries,
    ),
  );
}
