import type { Scope } from "./scope.ts";

/** Why somebody may act for another person: by power given, or by law. */
export const bases = [
  "power",
  "parent",
  "guardian",
  "legal-representative",
] as const;

export type Basis = (typeof bases)[number];

/** By law, stated by the representative and proven by nobody: the caseworker is told so. */
export type DeclaredBasis = Exclude<Basis, "power">;

export const declaredBases: readonly DeclaredBasis[] = [
  "parent",
  "guardian",
  "legal-representative",
];

/** True for a word that names a basis which a representative states. */
export function isDeclaredBasis(word: string): word is DeclaredBasis {
  return declaredBases.some((basis) => basis === word);
}

/** Encrypted part of a mandate. */
export type MandateDetails = {
  /** What the scope was called when the mandate was made; empty for everything. */
  readonly scopeLabel: string;
  /** Of a self-declared one: who is represented, and what the representative stated. */
  readonly personName?: string;
  readonly personBirthday?: string;
  readonly statement?: string;
};

export type MandateState =
  | "waiting"
  | "invitation-expired"
  | "in-force"
  | "expired"
  | "revoked";

/** @see VwVfG § 14: the power ends by revocation, here also by its date. Days are those of Germany. */
export function mandateState(
  mandate: {
    readonly revokedAt: Date | null;
    readonly acceptedAt: Date | null;
    readonly validUntil: string;
    readonly invitationExpiresAt?: Date | null;
  },
  { now, today }: { readonly now: Date; readonly today: string },
): MandateState {
  if (mandate.revokedAt) return "revoked";
  if (mandate.validUntil < today) return "expired";
  if (mandate.acceptedAt) return "in-force";
  const { invitationExpiresAt } = mandate;
  return invitationExpiresAt && invitationExpiresAt <= now
    ? "invitation-expired"
    : "waiting";
}

/** No longer than this: who forgets a mandate is not bound by it for ever. */
const longestYears = 5;

/** True for a real day from today to five years ahead. */
export function isPossibleEnd(day: string, today: string): boolean {
  const latest = `${String(Number(today.slice(0, 4)) + longestYears)}${today.slice(4)}`;
  return isRealDay(day) && day >= today && day <= latest;
}

/** True for `2027-03-01`, not for the 30th of February. */
export function isRealDay(day: string): boolean {
  const moment = new Date(`${day}T00:00:00.000Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(day) &&
    !Number.isNaN(moment.getTime()) &&
    moment.toISOString().startsWith(day)
  );
}

/** The mandate that counts for longest comes first; everything before a part of it. */
export function byReach(
  one: { readonly scope: Scope; readonly validUntil: string },
  other: { readonly scope: Scope; readonly validUntil: string },
): number {
  const breadth = { all: 0, kind: 1, leistung: 2 };
  return (
    breadth[one.scope.kind] - breadth[other.scope.kind] ||
    other.validUntil.localeCompare(one.validUntil)
  );
}
