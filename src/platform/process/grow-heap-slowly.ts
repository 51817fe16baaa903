import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Collects old objects when a quarter was added to what was alive, instead of when it has doubled or trebled: a server that runs for weeks
 * holds little more than it needs. A Node without these settings goes on as it is.
 *
 * Left alone, marking begins as soon as less is left up to that bound than the young part can hold. With a bound this near it would begin
 * again a megabyte or two after it ended, and go through everything alive for each few hundred answers: so it begins when most of the quarter is used.
 */
export function growHeapSlowly(): void {
  setFlagsFromString("--heap-growing-percent=25");
  setFlagsFromString("--incremental-marking-soft-trigger=60");
  setFlagsFromString("--incremental-marking-hard-trigger=85");
}

/**
 * Collects what the start left behind, once. Only a collection of the old part tells how much is alive, and so when the next is due: until
 * the first one the heap may grow by 50 MB more than the quarter.
 */
export function collectAfterStart(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc()");
}
