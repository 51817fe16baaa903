import type { Context } from "../../../platform/context/context.ts";
import { refuse, ok, type Result } from "../../../platform/result/result.ts";
import type { Role } from "../domain/roles.ts";
import { listMembers as readMembers } from "../store/member-access-store.ts";

/** A colleague, as who manages access sees them. */
export type MemberEntry = {
  readonly staffId: string;
  readonly login: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly hasSecondFactor: boolean;
  /** The password given to them was not replaced yet. */
  readonly isInvited: boolean;
  /** Roles and sign-in come from the authority's directory. */
  readonly isOfDirectory: boolean;
  readonly awaitsDirectory: boolean;
  readonly isDisabled: boolean;
  readonly lastSignedInAt: Date | undefined;
};

export type NotPermitted = { readonly kind: "not-permitted" };

/** Everybody who has access to the workplace of this tenant, by name. Needs `staff.manage`. */
export async function listMembers(
  context: Context,
): Promise<Result<readonly MemberEntry[], NotPermitted>> {
  if (!context.actor.may("staff.manage"))
    return refuse({ kind: "not-permitted" });
  const members = await context.read((db) => readMembers(db, context.tenantId));
  return ok(
    members.map((member) => ({
      staffId: member.id,
      login: member.login,
      displayName: member.displayName,
      roles: member.roles,
      hasSecondFactor: member.totpSecret !== null,
      isInvited: member.passwordIsOneTime,
      isOfDirectory: member.isOfDirectory,
      awaitsDirectory: member.awaitsDirectory,
      isDisabled: member.isDisabled,
      lastSignedInAt: member.lastSignedInAt ?? undefined,
    })),
  );
}
