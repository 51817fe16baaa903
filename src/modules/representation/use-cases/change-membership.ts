import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { stopActingFor } from "../../accounts/index.ts";
import { recordAudit } from "../../audit/index.ts";
import { leavesAnOwner, type Role } from "../domain/roles.ts";
import { expireInvitationsBy } from "../store/invitation-store.ts";
import {
  deleteMembership,
  findMembership,
  listMembers,
  saveRole,
} from "../store/membership-store.ts";
import { lockOrganisation } from "../store/organisation-store.ts";
import { findOwnRole, type OwnerRefusal } from "./own-role.ts";
import { tell } from "./tell.ts";

export type ChangeMembershipRefusal =
  | OwnerRefusal
  | { readonly kind: "last-owner" };

type Membership = {
  readonly id: string;
  readonly organisationId: string;
  readonly accountId: string;
};

/** An owner gives a member another role; sessions of the member that act for the organisation stop, for they carry the old one. */
export async function changeRole(
  context: Context,
  {
    membershipId,
    role,
  }: { readonly membershipId: string; readonly role: Role },
): Promise<Result<Membership, ChangeMembershipRefusal>> {
  return context.transaction(async (db) => {
    const found = await findForChange(context, db, { membershipId, role });
    if (!found.ok) return found;
    const { accountId, organisationId } = found.value;
    await saveRole(db, context.tenantId, { membershipId, role });
    if (role !== "owner") await endInvitationsBy(context, db, found.value);
    await stopActingFor(context, db, { partyId: organisationId, accountId });
    await tell(context, db, {
      accountIds: [accountId],
      news: "organisation-changed",
    });
    await recordAudit(context, db, {
      action: "organisation.role-changed",
      subject: { kind: "organisation", id: organisationId },
      details: { accountId, role },
    });
    return found;
  });
}

/** An owner removes a member, or a member leaves: at once, in all sessions on all portals. The last owner stays. */
export async function endMembership(
  context: Context,
  membershipId: string,
): Promise<Result<Membership, ChangeMembershipRefusal>> {
  return context.transaction(async (db) => {
    const found = await findForChange(context, db, {
      membershipId,
      role: undefined,
    });
    if (!found.ok) return found;
    const { accountId, organisationId } = found.value;
    await deleteMembership(db, context.tenantId, membershipId);
    await endInvitationsBy(context, db, found.value);
    await stopActingFor(context, db, { partyId: organisationId, accountId });
    await tell(context, db, {
      accountIds: [accountId],
      news: "organisation-changed",
    });
    const left = accountId === context.actor.id;
    await recordAudit(context, db, {
      action: left ? "organisation.member-left" : "organisation.member-removed",
      subject: { kind: "organisation", id: organisationId },
      details: { accountId },
    });
    return found;
  });
}

/** Whoever is no owner any more must not come back by a link they had sent to themselves. */
async function endInvitationsBy(
  { tenantId, now }: Context,
  db: Db,
  { organisationId, accountId }: Membership,
): Promise<void> {
  await expireInvitationsBy(db, tenantId, { organisationId, accountId, now });
}

async function findForChange(
  context: Context,
  db: Db,
  {
    membershipId,
    role,
  }: { readonly membershipId: string; readonly role: Role | undefined },
): Promise<Result<Membership, ChangeMembershipRefusal>> {
  const { tenantId } = context;
  const seen = await findMembership(db, tenantId, membershipId);
  if (!seen) return refuse({ kind: "not-found" });
  await lockOrganisation(db, tenantId, seen.organisation_id);
  const members = await listMembers(db, tenantId, seen.organisation_id);
  const member = members.find(({ id }) => id === membershipId);
  const ownRole = await findOwnRole(context, db, seen.organisation_id);
  if (!member || !ownRole) return refuse({ kind: "not-found" });
  const isLeaving =
    member.account_id === context.actor.id && role === undefined;
  if (ownRole !== "owner" && !isLeaving)
    return refuse({ kind: "not-permitted" });
  if (!leavesAnOwner(members, { id: membershipId, role }))
    return refuse({ kind: "last-owner" });
  return ok({
    id: membershipId,
    organisationId: member.organisation_id,
    accountId: member.account_id,
  });
}
