import type { StateNames } from "./state-names.ts";
import type { Vorgang } from "./vorgang.ts";

export const linkKinds = ["belongs-to", "follows", "duplicate-of"] as const;

export type LinkKind = (typeof linkKinds)[number];

/** Another Vorgang that this one is tied to; `isOutgoing`: this one belongs to it, follows it, is its duplicate. */
export type VorgangLink = {
  readonly kind: LinkKind;
  readonly isOutgoing: boolean;
  readonly other: Vorgang;
  /** What the office calls the state of the other. */
  readonly stateNames: StateNames;
};

/** The kind a word names; undefined for anything else. */
export function linkKindOf(word: string): LinkKind | undefined {
  return linkKinds.find((kind) => kind === word);
}
