/** The database is away: answered by 503, or by a page in memory. */
export class DatabaseAway extends Error {
  override readonly name = "DatabaseAway";
}

/** Knows whether the database is away, so that nobody waits for it in vain. */
export type Outage = {
  isAway(): boolean;
  /** Somebody had trouble with the database: it is asked at once, and as long as it is away. Returns at once. */
  suspect(): void;
  /** Does the work; throws `DatabaseAway` when the database is away or goes away meanwhile, whatever becomes of the work. */
  guard<T>(work: () => Promise<T>): Promise<T>;
  close(): void;
};

export type OutageOptions = {
  /** Resolves when the database answers. Rejects otherwise, and in good time. */
  readonly probe: () => Promise<unknown>;
  readonly everyMs: number;
  readonly onChange?: (isAway: boolean) => void;
};

/** Nothing is asked as long as nobody has trouble. */
export function createOutage({
  probe,
  everyMs,
  onChange = () => undefined,
}: OutageOptions): Outage {
  const waiting = new Set<(reason: Error) => void>();
  let isAway = false;
  let isAsking = false;
  let next: NodeJS.Timeout | undefined;
  let isClosed = false;

  const note = (found: boolean) => {
    if (found !== isAway) onChange(found);
    isAway = found;
    if (!isAway) return;
    for (const giveUp of waiting) giveUp(new DatabaseAway());
    waiting.clear();
  };
  const ask = async () => {
    isAsking = true;
    const found = await probe().then(
      () => false,
      () => true,
    );
    isAsking = false;
    if (isClosed) return;
    note(found);
    if (isAway) next = setTimeout(() => void ask(), everyMs).unref();
  };
  return {
    isAway: () => isAway,
    suspect: () => {
      if (!isAsking && !isAway && !isClosed) void ask();
    },
    guard: async (work) => {
      if (isAway) throw new DatabaseAway();
      const away = Promise.withResolvers<never>();
      waiting.add(away.reject);
      try {
        return await Promise.race([work(), away.promise]);
      } finally {
        waiting.delete(away.reject);
      }
    },
    close: () => {
      isClosed = true;
      clearTimeout(next);
    },
  };
}
