import type { Context } from "../context/context.ts";

/** What a process does until it is killed: see `mortal`. */
export type Mortal = {
  readonly context: Context;
  /** A moment at which the process can end; beyond it nothing of the process happens any more. */
  readonly step: () => void;
  readonly isDead: () => boolean;
};

/**
 * A process that is killed at one of its moments: before each of its transactions, at its end before it is committed, and right after. To the
 * database that is what `kill -9` is: an open transaction is gone, and nothing comes after it. Other moments are added by calling `step`
 * in a port. With a greater `dieAt` again and again, work is tried at every moment there is.
 */
export function mortal(context: Context, dieAt: number): Mortal {
  let moments = 0;
  const step = () => {
    moments += 1;
    if (moments >= dieAt) throw new Error("killed");
  };
  return {
    step,
    isDead: () => moments >= dieAt,
    context: {
      ...context,
      transaction: async (work) => {
        step();
        const result = await context.transaction(async (db) => {
          const worked = await work(db);
          step();
          return worked;
        });
        step();
        return result;
      },
    },
  };
}
