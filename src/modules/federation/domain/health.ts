/** What is known of a provider's being reachable. */
export type ProviderHealth = {
  /** Failed calls in a row. */
  readonly failures: number;
  readonly nextCheckAt: Date;
};

const freshMs = 10_000;
const longestPauseMs = 60_000;

/** While somebody asks, the others take what is known: a hanging provider must not hold up every page. */
export const askingMs = 5_000;

/** True when its button says so instead of leading there. */
export function isDown(health: ProviderHealth | undefined): boolean {
  return health !== undefined && health.failures > 0;
}

/** When the provider is asked again: soon while it answers, ever later while it does not. */
export function nextCheckAfter(failures: number, now: Date): Date {
  const pauseMs = Math.min(
    freshMs * 2 ** Math.max(0, failures - 1),
    longestPauseMs,
  );
  return new Date(now.getTime() + pauseMs);
}
