import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Collects old objects when two fifths were added to what was alive, instead of when it has doubled or trebled: a server that runs for weeks
 * holds little more than it needs. A Node without this setting goes on as it is.
 *
 * Not less: marking begins as soon as no more is left up to that bound than the young part may hold (22 MB), so that with a quarter of 68 MB
 * it began anew a megabyte or two after it had ended, and went through everything alive for each few hundred answers.
 */
export function growHeapSlowly(): void {
  setFlagsFromString("--heap-growing-percent=40");
}

/**
 * Collects what the start left behind, once. Only a collection of the old part tells how much is alive, and so when the next is due: until
 * the first one the heap may grow by 50 MB more than that.
 */
export function collectAfterStart(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc()");
}
