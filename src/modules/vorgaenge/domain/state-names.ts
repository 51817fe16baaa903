import type { VorgangState } from "./states.ts";

/** How an office calls a state; without an English name the German one stands in both languages. */
export type StateName = {
  readonly de: string;
  readonly en?: string | undefined;
};

/** The office's own names of states for a Leistung; a state without one has its usual name. */
export type StateNames = ReadonlyMap<VorgangState, StateName>;

export const longestStateName = 60;

/** The office's own name of a state, as somebody reads it; undefined where it has none. */
export function ownName(
  names: StateNames | undefined,
  state: VorgangState,
  locale: "de" | "en",
): string | undefined {
  const name = names?.get(state);
  return locale === "en" ? (name?.en ?? name?.de) : name?.de;
}
