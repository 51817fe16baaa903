import {
  reaches,
  type AssertedIdentity,
  type AssuranceLevel,
  type ProvenLevel,
} from "../../../accounts/index.ts";

/** What two statements together prove. */
export function lowerOf<Level extends AssuranceLevel>(
  one: Level,
  other: Level,
): Level {
  return reaches(one, other) ? other : one;
}

/** The identity as sure as its provider can prove one, and no surer; whatever it says. */
export function cappedAt(
  highest: ProvenLevel,
  identity: AssertedIdentity,
): AssertedIdentity {
  return {
    ...identity,
    assuranceLevel: lowerOf(highest, identity.assuranceLevel),
    values: identity.values.map((value) => ({
      ...value,
      assuranceLevel: lowerOf<AssuranceLevel>(highest, value.assuranceLevel),
    })),
  };
}
