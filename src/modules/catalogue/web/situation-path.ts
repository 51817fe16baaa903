import type { Situation } from "../domain/situations/situations.ts";

/** Leistungen of a situation and of those below it. */
export function situationPath({ address }: Pick<Situation, "address">): string {
  return `/leistungen?thema=${address}`;
}
