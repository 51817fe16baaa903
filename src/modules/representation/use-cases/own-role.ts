import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { refuse } from "../../../platform/result/result.ts";
import { citizenIn } from "./citizen.ts";
import type { Role } from "../domain/roles.ts";
import { findRole } from "../store/organisation-store.ts";

/** Strangers learn no more than that there is nothing; members that it is not theirs to do. */
export type OwnerRefusal =
  { readonly kind: "not-found" } | { readonly kind: "not-permitted" };

/** The role that whoever acts has in an organisation; undefined for strangers. */
export async function findOwnRole(
  context: Context,
  db: Db,
  organisationId: string,
): Promise<Role | undefined> {
  const accountId = citizenIn(context);
  return accountId === undefined
    ? undefined
    : findRole(db, context.tenantId, { organisationId, accountId });
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
