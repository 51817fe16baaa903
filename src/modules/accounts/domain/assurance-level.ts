/** How sure an identity is, lowest first. `none`: nobody has shown anything. @see eIDAS Art. 8, TR-03107-1 */
export const assuranceLevels = ["none", "low", "substantial", "high"] as const;

export type AssuranceLevel = (typeof assuranceLevels)[number];

/** What a session or an identity can have; a session without any proof does not exist. */
export type ProvenLevel = Exclude<AssuranceLevel, "none">;

/** True where `level` is at least `needed`. */
export function reaches(
  level: AssuranceLevel,
  needed: AssuranceLevel,
): boolean {
  return assuranceLevels.indexOf(level) >= assuranceLevels.indexOf(needed);
}

/** The higher of two. */
export function higherOf<Level extends AssuranceLevel>(
  one: Level,
  other: Level,
): Level {
  return reaches(one, other) ? one : other;
}

/** True for a word that names a level. */
export function isAssuranceLevel(word: string): word is AssuranceLevel {
  return assuranceLevels.some((level) => level === word);
}
