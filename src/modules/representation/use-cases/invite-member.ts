import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { isEmailAddress } from "../../../platform/values/email-address.ts";
import { recordAudit } from "../../audit/index.ts";
import type { Role } from "../domain/roles.ts";
import { expireInvitation, findInvitation } from "../store/invitation-store.ts";
import { hasInvitedEnough, sendInvitation } from "./invite.ts";
import { refuseUnlessOwner, type OwnerRefusal } from "./own-role.ts";

export type InviteMemberRefusal =
  | OwnerRefusal
  | { readonly kind: "email-invalid" }
  | { readonly kind: "too-many" };

/** An owner invites somebody by mail. Whoever has the link and signs in may accept it once; the owner then sees their name. */
export async function inviteMember(
  context: Context,
  {
    organisationId,
    email,
    role,
    linkPrefix,
  }: {
    readonly organisationId: string;
    readonly email: string;
    readonly role: Role;
    readonly linkPrefix: string;
  },
): Promise<Result<void, InviteMemberRefusal>> {
  return context.transaction(async (db) => {
    const refused = await refuseUnlessOwner(context, db, organisationId);
    if (refused) return refused;
    if (!isEmailAddress(email)) return refuse({ kind: "email-invalid" });
    const invitedBy = context.actor.id;
    if (await hasInvitedEnough(context, db, invitedBy))
      return refuse({ kind: "too-many" });
    await sendInvitation(context, db, {
      to: { organisationId, role },
      email,
      invitedBy,
      linkPrefix,
    });
    await recordAudit(context, db, {
      action: "organisation.member-invited",
      subject: { kind: "organisation", id: organisationId },
      details: { role },
    });
    return ok(undefined);
  });
}

/** An owner takes an invitation to the organisation back; gives which organisation it was. */
export async function endInvitation(
  context: Context,
  invitationId: string,
): Promise<Result<{ organisationId: string }, OwnerRefusal>> {
  const { tenantId, now } = context;
  return context.transaction(async (db) => {
    const invitation = await findInvitation(db, tenantId, invitationId);
    const organisationId = invitation?.organisation_id;
    if (!organisationId) return refuse({ kind: "not-found" });
    const refused = await refuseUnlessOwner(context, db, organisationId);
    if (refused) return refused;
    await expireInvitation(db, tenantId, { id: invitationId, now });
    await recordAudit(context, db, {
      action: "organisation.invitation-ended",
      subject: { kind: "organisation", id: organisationId },
    });
    return ok({ organisationId });
  });
}
