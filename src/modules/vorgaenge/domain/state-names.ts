import type { VorgangState } from "./states.ts";

/** The office's own names of states for a Leistung, in German; a state without one has its usual name. */
export type StateNames = ReadonlyMap<VorgangState, string>;

export const longestStateName = 60;
