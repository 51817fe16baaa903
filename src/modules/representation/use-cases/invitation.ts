import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  hashSecretToken,
  isSecretToken,
} from "../../../platform/values/secret-token.ts";
import { findContacts } from "../../accounts/index.ts";
import { recordAudit } from "../../audit/index.ts";
import { citizenIn } from "./citizen.ts";
import { endMandateJob } from "../domain/jobs.ts";
import { purposes } from "../domain/purposes.ts";
import { isLapsed } from "../domain/membership.ts";
import { leavesAnOwner, type Role } from "../domain/roles.ts";
import {
  findOpenInvitation,
  useInvitation,
} from "../store/invitation-store.ts";
import {
  acceptMandate,
  findMandate,
  type StoredMandate,
} from "../store/mandate-store.ts";
import {
  insertMembership,
  listMembers,
  renewMembership,
} from "../store/membership-store.ts";
import {
  findOrganisation,
  lockOrganisation,
} from "../store/organisation-store.ts";
import { openMandate, openOrganisation } from "./sealed.ts";
import { tell } from "./tell.ts";

/** What somebody is invited to, as whoever has the link and is signed in sees it. */
export type InvitationView = {
  /** Name of who invites. */
  readonly from: string;
} & (
  | {
      readonly kind: "organisation";
      readonly name: string;
      readonly role: Role;
    }
  | {
      readonly kind: "mandate";
      readonly scopeLabel: string;
      readonly validUntil: string;
      /** One cannot accept what one gave oneself. */
      readonly isOwn: boolean;
    }
);

export type AcceptRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "not-found" }
  | { readonly kind: "is-own" }
  | { readonly kind: "is-member" };

type Invitation = NonNullable<Awaited<ReturnType<typeof findOpenInvitation>>>;

/** True where the link opens something; all that is said to who is not signed in. */
export async function isInvitationOpen(
  context: Context,
  token: string,
): Promise<boolean> {
  return (
    (await context.transaction((db) => findByToken(context, db, token))) !==
    undefined
  );
}

/** What the link leads to; undefined: unknown, used, taken back or too old, or nobody is signed in. */
export async function readInvitation(
  context: Context,
  token: string,
): Promise<InvitationView | undefined> {
  if (citizenIn(context) === undefined) return undefined;
  return context.transaction(async (db) => {
    const invitation = await findByToken(context, db, token);
    if (!invitation) return undefined;
    const by = invitation.invited_by;
    const contacts = await findContacts(context, db, [by]);
    const from = contacts.get(by)?.displayName ?? "";
    const mandate = await findOpenMandate(context, db, invitation);
    if (mandate) return viewOfMandate(context, { mandate, from });
    return viewOfOrganisation(context, db, { invitation, from });
  });
}

/**
 * Whoever has the link and is signed in accepts it, once. It is not bound to the address it went to: people sign in with BundID and have
 * other addresses there. The link is a secret of 256 bits, and who invited is told at once and sees the name.
 */
export async function acceptInvitation(
  context: Context,
  token: string,
): Promise<Result<{ kind: InvitationView["kind"] }, AcceptRefusal>> {
  const accountId = citizenIn(context);
  if (accountId === undefined) return refuse({ kind: "not-permitted" });
  return context.transaction(async (db) => {
    const invitation = await findByToken(context, db, token);
    if (!invitation) return refuse({ kind: "not-found" });
    const mandate = await findOpenMandate(context, db, invitation);
    if (mandate)
      return takeMandate(context, db, { invitation, mandate, accountId });
    return joinOrganisation(context, db, { invitation, accountId });
  });
}

async function joinOrganisation(
  context: Context,
  db: Db,
  {
    invitation,
    accountId,
  }: { readonly invitation: Invitation; readonly accountId: string },
): Promise<Result<{ kind: "organisation" }, AcceptRefusal>> {
  const { tenantId, now } = context;
  const { organisation_id: organisationId, role } = invitation;
  if (!organisationId || !role) return refuse({ kind: "not-found" });
  await lockOrganisation(db, tenantId, organisationId);
  const members = await listMembers(db, tenantId, organisationId);
  const own = members.find(({ account_id }) => account_id === accountId);
  if (own && !isLapsed(own.confirmed_at, now))
    return refuse({ kind: "is-member" });
  if (!(await useInvitation(db, tenantId, { id: invitation.id, now })))
    return refuse({ kind: "not-found" });
  // One that had to be confirmed anew is the owner's business from now on; the last owner stays one.
  if (own)
    await renewMembership(db, tenantId, {
      membershipId: own.id,
      role: leavesAnOwner(members, { id: own.id, role }) ? role : "owner",
      now,
    });
  else
    await insertMembership(db, tenantId, {
      id: newId(),
      organisationId,
      accountId,
      role,
      now,
    });
  await tell(context, db, {
    accountIds: [invitation.invited_by],
    news: "organisation-changed",
  });
  await recordAudit(context, db, {
    action: "organisation.member-joined",
    subject: { kind: "organisation", id: organisationId },
    details: { role },
  });
  return ok({ kind: "organisation" });
}

async function takeMandate(
  context: Context,
  db: Db,
  {
    invitation,
    mandate,
    accountId,
  }: {
    readonly invitation: Invitation;
    readonly mandate: StoredMandate;
    readonly accountId: string;
  },
): Promise<Result<{ kind: "mandate" }, AcceptRefusal>> {
  const { tenantId, now } = context;
  const mandateId = mandate.id;
  if (mandate.grantorId === accountId) return refuse({ kind: "is-own" });
  if (!(await useInvitation(db, tenantId, { id: invitation.id, now })))
    return refuse({ kind: "not-found" });
  const accepted = await acceptMandate(db, tenantId, {
    mandateId,
    granteeId: accountId,
    now,
  });
  // Whoever took it back at this very moment was faster.
  if (!accepted) return refuse({ kind: "not-found" });
  await enqueueEnd(db, mandate);
  await tell(context, db, {
    accountIds: [invitation.invited_by],
    news: "mandate-changed",
  });
  await recordAudit(context, db, {
    action: "mandate.accepted",
    subject: { kind: "mandate", id: mandateId },
  });
  return ok({ kind: "mandate" });
}

/** After its last day nobody acts by the mandate any more, also in sessions that are open. */
export async function enqueueEnd(
  db: Db,
  { id, validUntil }: Pick<StoredMandate, "id" | "validUntil">,
): Promise<void> {
  const midnight = new Date(`${validUntil}T00:00:00.000Z`);
  // Midnight of the next day in UTC lies after that of Germany.
  midnight.setUTCDate(midnight.getUTCDate() + 1);
  await enqueue(db, {
    name: endMandateJob,
    payload: { mandateId: id },
    runAt: midnight,
  });
}

async function findByToken(
  { tenantId, now }: Context,
  db: Db,
  token: string,
): Promise<Invitation | undefined> {
  if (!isSecretToken(token)) return undefined;
  const tokenHash = hashSecretToken(token);
  return findOpenInvitation(db, tenantId, { tokenHash, now });
}

async function findOpenMandate(
  { tenantId, now }: Context,
  db: Db,
  { mandate_id: mandateId }: Invitation,
): Promise<StoredMandate | undefined> {
  const mandate = mandateId && (await findMandate(db, tenantId, mandateId));
  const isOpen =
    mandate && !mandate.revokedAt && mandate.validUntil >= germanDay(now);
  return isOpen ? mandate : undefined;
}

async function viewOfMandate(
  context: Context,
  { mandate, from }: { readonly mandate: StoredMandate; readonly from: string },
): Promise<InvitationView> {
  const { id, details, validUntil, grantorId } = mandate;
  const { scopeLabel } = await openMandate(
    context,
    purposes.mandate(id),
    details,
  );
  const isOwn = grantorId === context.actor.id;
  return { kind: "mandate", from, scopeLabel, validUntil, isOwn };
}

async function viewOfOrganisation(
  context: Context,
  db: Db,
  {
    invitation,
    from,
  }: { readonly invitation: Invitation; readonly from: string },
): Promise<InvitationView | undefined> {
  const { organisation_id: id, role } = invitation;
  const stored = id && (await findOrganisation(db, context.tenantId, id));
  if (!stored || !role) return undefined;
  const { name } = await openOrganisation(
    context,
    purposes.organisation(stored.id),
    stored.details,
  );
  return { kind: "organisation", from, name, role };
}
