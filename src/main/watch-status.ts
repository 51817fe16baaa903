import {
  keepLooks,
  lookAtComponents,
  type Look,
} from "../modules/operation/index.ts";
import type { Services } from "./services.ts";
import { statusProbes } from "./status-probes.ts";

export type WatchPace = {
  readonly everyMs: number;
  readonly firstMs: number;
  readonly withinMs: number;
  readonly now: () => Date;
};

const pace: WatchPace = {
  everyMs: 60_000,
  // The portal that a demo measures has just begun to listen.
  firstMs: 3_000,
  withinMs: 20_000,
  now: () => new Date(),
};
/** What is found while the database is away is kept for two days. */
const mostKept = 5 * 2 * 1440;

/** Looks every minute how the portal is for visitors, and keeps what it found as soon as the database takes it. Stopping waits for a look that is under way. */
export function watchStatus(
  services: Services,
  { everyMs, firstMs, withinMs, now: clock }: WatchPace = pace,
): { stop(): Promise<void> } | undefined {
  const { database, logger } = services;
  const probes = statusProbes(services);
  if (!probes) return undefined;
  let kept: readonly Look[] = [];
  const look = async (): Promise<void> => {
    const now = clock();
    const found = await lookAtComponents(
      { database, now },
      { ...probes, withinMs },
    );
    kept = [...kept, ...found].slice(-mostKept);
    const written = kept;
    try {
      await keepLooks({ database, now }, written, withinMs);
      kept = kept.slice(written.length);
    } catch (error) {
      logger.warn({ error }, "what the status page shows could not be kept");
    }
  };
  let looking = Promise.resolve();
  let isStopped = false;
  const next = () => {
    looking = looking.then(() => (isStopped ? undefined : look()));
  };
  const first = setTimeout(next, firstMs).unref();
  const timer = setInterval(next, everyMs).unref();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(first);
      clearInterval(timer);
      await looking;
    },
  };
}
