import { Session, type Profiler } from "node:inspector/promises";

/**
 * Which blocks of the program have run, as V8 itself counts them. Only what is loaded after it was opened is counted block by block, so open it
 * before anything is imported.
 */
export type BlockCoverage = {
  /** Blocks that ran since the last look and never before; `peek`: they stay new. */
  newBlocks(look: "keep" | "peek"): Promise<number>;
  /** Blocks that have run at all, and files they are in. */
  readonly seen: { readonly blocks: number; readonly files: number };
  close(): Promise<void>;
};

type Span = readonly [start: number, end: number];

/** Of functions that ran: what in them did not. */
type Unseen = Map<string, readonly Span[]>;

export async function openBlockCoverage(
  isCounted: (url: string) => boolean,
): Promise<BlockCoverage> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", {
    callCount: true,
    detailed: true,
  });
  const unseen: Unseen = new Map();
  const files = new Set<string>();
  let blocks = 0;
  return {
    newBlocks: async (look) => {
      const { result } = await session.post("Profiler.takePreciseCoverage");
      let added = 0;
      for (const { url, functions } of result) {
        if (!isCounted(url)) continue;
        files.add(url);
        for (const { ranges } of functions) {
          const found = newIn(unseen, url, ranges);
          added += found.added;
          if (look === "keep" && found.added > 0)
            unseen.set(found.key, found.left);
        }
      }
      if (look === "keep") blocks += added;
      return added;
    },
    get seen() {
      return { blocks, files: files.size };
    },
    close: async () => {
      await session.post("Profiler.stopPreciseCoverage");
      session.disconnect();
    },
  };
}

/** A function that ran for the first time is one block; each hole in it that became smaller one more. */
function newIn(
  unseen: Unseen,
  url: string,
  ranges: readonly Profiler.CoverageRange[],
): {
  readonly added: number;
  readonly key: string;
  readonly left: readonly Span[];
} {
  const [whole] = ranges;
  const nothing = { added: 0, key: "", left: [] };
  if (!whole || whole.count === 0) return nothing;
  const key = `${url}:${whole.startOffset}:${whole.endOffset}`;
  const before = unseen.get(key);
  if (before?.length === 0) return nothing;
  const now = unseenIn(ranges);
  if (!before) return { added: 1, key, left: now };
  const left = common(before, now);
  const added = before.filter(
    (span) => !left.some((other) => isSame(span, other)),
  ).length;
  return { added, key, left };
}

/** Ranges are nested, the inner ones later: what counts zero, without what ran inside of it. */
function unseenIn(ranges: readonly Profiler.CoverageRange[]): readonly Span[] {
  return ranges.reduce<readonly Span[]>(
    (holes, { startOffset, endOffset, count }) => {
      const span: Span = [startOffset, endOffset];
      return count === 0
        ? [...without(holes, span), span]
        : without(holes, span);
    },
    [],
  );
}

const without = (spans: readonly Span[], cut: Span): readonly Span[] =>
  spans.flatMap(([start, end]): readonly Span[] =>
    [
      [start, Math.min(end, cut[0])] as const,
      [Math.max(start, cut[1]), end] as const,
    ].filter(([from, to]) => from < to),
  );

const common = (some: readonly Span[], others: readonly Span[]) =>
  some.flatMap(([start, end]) =>
    others
      .map(([from, to]): Span => [Math.max(start, from), Math.min(end, to)])
      .filter(([from, to]) => from < to),
  );

const isSame = (one: Span, other: Span) =>
  one[0] === other[0] && one[1] === other[1];
