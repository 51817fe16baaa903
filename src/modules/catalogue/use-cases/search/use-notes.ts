import type { Context } from "../../../../platform/context/context.ts";
import { gapOf, type SearchGap } from "../../domain/search/search-gap.ts";
import { addDemand, addGaps } from "../../store/demand-store.ts";

/** What people open and what they do not find, noted without slowing any page and without anything about them. */
export type UseNotes = {
  readonly opened: (context: Context, leistungId: string) => void;
  readonly missed: (context: Context, query: string) => void;
  /** Writes what was noted; happens by itself some seconds after the first note. */
  readonly flush: () => Promise<void>;
};

type Waiting = {
  readonly context: Context;
  readonly opened: Map<string, number>;
  readonly gaps: Map<string, SearchGap>;
};

const writtenAfterMs = 10_000;
/** Whoever floods a portal fills no memory. */
const mostWaiting = 500;

/** Notes of one process, kept in memory for seconds. A process that ends before loses them: they only rank. */
export function createUseNotes(): UseNotes {
  let waiting = new Map<string, Waiting>();
  let timer: NodeJS.Timeout | undefined;
  const flush = async () => {
    clearTimeout(timer);
    timer = undefined;
    const notes = [...waiting.values()];
    waiting = new Map();
    for (const note of notes) await write(note);
  };
  const of = (context: Context): Waiting => {
    const known = waiting.get(context.tenantId);
    if (known) return known;
    const fresh = { context, opened: new Map(), gaps: new Map() };
    waiting.set(context.tenantId, fresh);
    // A database that is away costs the notes, not the process.
    timer ??= setTimeout(
      () => void flush().catch(() => undefined),
      writtenAfterMs,
    );
    timer.unref();
    return fresh;
  };
  return {
    flush,
    opened: (context, leistungId) => {
      const { opened } = of(context);
      if (opened.size < mostWaiting)
        opened.set(leistungId, (opened.get(leistungId) ?? 0) + 1);
    },
    missed: (context, query) => {
      const gap = gapOf(query);
      const { gaps } = of(context);
      if (gap && gaps.size < mostWaiting) gaps.set(gap.hash, gap);
    },
  };
}

async function write({ context, opened, gaps }: Waiting): Promise<void> {
  const { tenantId, now } = context;
  await context.transaction(async (db) => {
    if (opened.size > 0) await addDemand(db, tenantId, { opened, now });
    if (gaps.size > 0)
      await addGaps(db, tenantId, { gaps: [...gaps.values()], now });
  });
}
