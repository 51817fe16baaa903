/** Of one client, in ms of one clock. */
export type Span = {
  readonly begin: number;
  /** Infinite where the answer never came: it may have been done, then or later. */
  readonly end: number;
};

/** A place that one client writes, each time a higher number, and many read. */
export type RegisterHistory = {
  readonly name: string;
  readonly writes: readonly (Span & { readonly value: number })[];
  /** 0: there was nothing. */
  readonly reads: readonly (Span & { readonly value: number })[];
};

export const registerPromises = [
  "what was acknowledged before a read began is what it reads, or something later",
  "nothing is read that nobody had begun to write",
  "what one has read, nobody reads something older than afterwards",
] as const;
export type RegisterPromise = (typeof registerPromises)[number];

export type Anomaly<Promise extends string> = {
  readonly promise: Promise;
  readonly what: string;
};

/**
 * Whether all happened as if each write and each read was done at one moment between its begin and its end. With one writer these three are all that
 * it takes. @see L. Lamport, On Interprocess Communication, Distributed Computing 1 (1986), atomic registers
 */
export function checkRegister({
  name,
  writes,
  reads,
}: RegisterHistory): readonly Anomaly<RegisterPromise>[] {
  const [stale, invented, backwards] = registerPromises;
  return reads.flatMap((read) => {
    const atLeast = highest(writes.filter(({ end }) => end < read.begin));
    const atMost = highest(writes.filter(({ begin }) => begin < read.end));
    const seen = highest(reads.filter(({ end }) => end < read.begin));
    const what = `${name}: read ${String(read.value)}`;
    return [
      ...(read.value < atLeast
        ? [{ promise: stale, what: `${what}, ${String(atLeast)} was written` }]
        : []),
      ...(read.value > atMost
        ? [{ promise: invented, what: `${what}, ${String(atMost)} was begun` }]
        : []),
      ...(read.value < seen
        ? [{ promise: backwards, what: `${what}, ${String(seen)} was seen` }]
        : []),
    ];
  });
}

function highest(all: readonly { readonly value: number }[]): number {
  return Math.max(0, ...all.map(({ value }) => value));
}
