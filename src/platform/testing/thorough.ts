/** With THOROUGH=1, for a night or before a release, tests take every case; otherwise a share that still reaches each kind. */
const isThorough = process.env["THOROUGH"] === "1";

/** How often a property is tried: `usual` times, or ten times as often. */
export function runs(usual: number): number {
  return isThorough ? usual * 10 : usual;
}

/** At most `usual` of many cases that are alike. */
export function atMost(usual: number): number {
  return isThorough ? Infinity : usual;
}

/** One in `of` cases: other ones for each `turn`, so that turns together take all of them. */
export function share<Case>(
  cases: readonly Case[],
  { turn, of }: { readonly turn: number; readonly of: number },
): readonly Case[] {
  return isThorough
    ? cases
    : cases.filter((_, index) => index % of === turn % of);
}
