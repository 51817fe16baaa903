import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { refuse } from "../../../platform/result/result.ts";
import { isLapsed } from "../domain/membership.ts";
import { citizenIn } from "./citizen.ts";
import type { Role } from "../domain/roles.ts";
import { findMember } from "../store/membership-store.ts";

/** Strangers learn no more than that there is nothing; members that it is not theirs to do. */
export type OwnerRefusal =
  | { readonly kind: "not-found" }
  | { readonly kind: "not-permitted" };

/** The role that whoever acts has in an organisation; undefined for strangers, and where it has to be confirmed anew. */
export async function findOwnRole(
  context: Context,
  db: Db,
  organisationId: string,
): Promise<Role | undefined> {
  const accountId = citizenIn(context);
  const member =
    accountId === undefined
      ? undefined
      : await findMember(db, context.tenantId, { organisationId, accountId });
  return member && !isLapsed(member.confirmed_at, context.now)
    ? member.role
    : undefined;
}

/** Why somebody may not act as an owner; undefined for owners. */
export async function refuseUnlessOwner(
  context: Context,
  db: Db,
  organisationId: string,
) {
  const role = await findOwnRole(context, db, organisationId);
  if (role === "owner") return undefined;
  return refuse({
    kind: role === undefined ? "not-found" : "not-permitted",
  } as const);
}
