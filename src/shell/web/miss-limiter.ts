/** Slows down guessing: counts misses of one client on addresses that hold a secret. */
export type MissLimiter = {
  /** How long the client still has to wait; 0 when it may go on. */
  secondsBlocked(client: string, now: number): number;
  countMiss(client: string, now: number): void;
};

export type MissLimits = {
  readonly misses: number;
  readonly windowMs: number;
  readonly maxClients: number;
};

/** In memory of one process; the secrets have 256 bits, so this only keeps noise away. */
export function createMissLimiter({
  misses,
  windowMs,
  maxClients,
}: MissLimits): MissLimiter {
  const clients = new Map<string, { count: number; until: number }>();
  return {
    secondsBlocked: (client, now) => {
      const entry = clients.get(client);
      return entry && entry.count >= misses
        ? Math.max(0, Math.ceil((entry.until - now) / 1000))
        : 0;
    },
    countMiss: (client, now) => {
      const entry = clients.get(client);
      if (entry && entry.until > now) {
        entry.count += 1;
        return;
      }
      clients.delete(client);
      clients.set(client, { count: 1, until: now + windowMs });
      const oldest = clients.keys().next();
      if (clients.size > maxClients && !oldest.done)
        clients.delete(oldest.value);
    },
  };
}
