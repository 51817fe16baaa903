import { once } from "node:events";
import { ERRORS, type Locker } from "@tus/server";

type Holder = {
  readonly requestRelease: () => Promise<void> | void;
  readonly released: Promise<true>;
  readonly release: () => void;
};

/**
 * One request at a time for each upload of this process. Who comes asks the holder to end and waits without taking up the processor, as
 * the library's own locker would: finishing a large upload takes seconds.
 */
export function queueLocker(waitMs = 30_000): Locker {
  const holders = new Map<string, Holder>();
  return {
    newLock: (id) => ({
      async lock(signal, requestRelease) {
        const giveUp = AbortSignal.any([signal, AbortSignal.timeout(waitMs)]);
        for (let held = holders.get(id); held; held = holders.get(id)) {
          await held.requestRelease();
          await untilReleased(held, giveUp);
        }
        const { promise, resolve } = Promise.withResolvers<true>();
        holders.set(id, {
          requestRelease,
          released: promise,
          release: () => {
            resolve(true);
          },
        });
      },
      unlock() {
        const held = holders.get(id);
        holders.delete(id);
        held?.release();
        return Promise.resolve();
      },
    }),
  };
}

async function untilReleased(
  { released }: Holder,
  giveUp: AbortSignal,
): Promise<void> {
  const settled = new AbortController();
  const late = giveUp.aborted
    ? Promise.resolve()
    : once(giveUp, "abort", { signal: settled.signal }).catch(() => undefined);
  const isReleased = (await Promise.race([released, late])) === true;
  settled.abort();
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- the library's own way to say so
  if (!isReleased) throw ERRORS.ERR_LOCK_TIMEOUT;
}
