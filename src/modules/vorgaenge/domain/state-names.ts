import type { VorgangState } from "./states.ts";

/** How an office calls a state; without an English name the German one stands in both languages. */
export type StateName = {
  readonly de: string;
  readonly en?: string | undefined;
};

/** The office's own names of states for a Leistung; a state without one has its usual name. */
export type StateNames = ReadonlyMap<VorgangState, StateName>;

export const longestStateName = 60;

/** A state in words, and the language of the words where it is not the one asked for. */
export type SpokenState = {
  readonly text: string;
  readonly lang: "de" | undefined;
};

/** The office's own name of a state, as somebody reads it; undefined where it has none. */
export function ownName(
  names: StateNames | undefined,
  state: VorgangState,
  locale: "de" | "en",
): SpokenState | undefined {
  const name = names?.get(state);
  if (!name) return undefined;
  if (locale === "de") return { text: name.de, lang: undefined };
  return name.en === undefined
    ? { text: name.de, lang: "de" }
    : { text: name.en, lang: undefined };
}
