import type { Permission, Role } from "./roles.ts";
import type { SignInNeeds } from "./session.ts";

/** A caseworker, administrator or operator, as the store reads them. */
export type Member = {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  /** Undefined: signs in with the authority's directory only. */
  readonly passwordHash: string | undefined;
  readonly passwordIsOneTime: boolean;
  readonly roles: readonly Role[];
  /** Encrypted. */
  readonly totpSecret: Buffer | null;
  readonly totpPendingSecret: Buffer | null;
  readonly isDisabled: boolean;
  readonly lastSignedInAt: Date | null;
  /** Signs in with the authority's own directory, which also says the roles. */
  readonly isOfDirectory: boolean;
  readonly awaitsDirectory: boolean;
};

/** A signed-in member of staff, as the frame needs it for each request. */
export type StaffSession = {
  readonly staffId: string;
  readonly displayName: string;
  /** Name of the session for the list of sessions; does not open it. */
  readonly sessionId: string;
  readonly roles: readonly Role[];
  readonly permissions: readonly Permission[];
};

/** Purpose the secret is encrypted for: it cannot be moved to another member. */
export function totpPurpose(memberId: string): string {
  return `staff.totp:${memberId}`;
}

/** What a sign-in of this member asks for besides the password. */
export function signInNeedsOf({
  totpSecret,
  passwordIsOneTime,
}: Pick<Member, "totpSecret" | "passwordIsOneTime">): SignInNeeds {
  return { hasSecondFactor: totpSecret !== null, passwordIsOneTime };
}
