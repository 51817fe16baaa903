import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { findContacts, type ProvenLevel } from "../../accounts/index.ts";
import { citizenIn } from "./citizen.ts";
import type { OrganisationDetails } from "../domain/organisation.ts";
import { purposes } from "../domain/purposes.ts";
import type { Role } from "../domain/roles.ts";
import { listOpenInvitations } from "../store/invitation-store.ts";
import {
  findMembership,
  findOrganisation,
  listMembers,
  listOrganisationsOf,
} from "../store/organisation-store.ts";
import { listActions, type ShownAction } from "./list-actions.ts";
import { findOwnRole } from "./own-role.ts";
import { openOrganisation } from "./sealed.ts";

export type OrganisationEntry = {
  readonly organisationId: string;
  readonly name: string;
  readonly role: Role;
};

export type MemberEntry = {
  readonly membershipId: string;
  readonly name: string;
  readonly role: Role;
  readonly joinedAt: Date;
  readonly isOneself: boolean;
};

/** What a member sees; invitations and actions are empty but for owners. */
export type OrganisationView = {
  readonly organisationId: string;
  readonly details: OrganisationDetails;
  /** `self`, or key of the identity provider that asserted it. */
  readonly source: string;
  readonly assuranceLevel: ProvenLevel;
  readonly obtainedAt: Date;
  readonly ownRole: Role;
  readonly members: readonly MemberEntry[];
  readonly invitations: readonly {
    readonly invitationId: string;
    readonly email: string;
    readonly role: Role;
    readonly expiresAt: Date;
  }[];
  readonly actions: readonly ShownAction[];
};

/** The organisations of whoever acts. */
export async function listOwnOrganisations(
  context: Context,
): Promise<readonly OrganisationEntry[]> {
  const accountId = citizenIn(context);
  if (accountId === undefined) return [];
  const rows = await context.transaction((db) =>
    listOrganisationsOf(db, context.tenantId, accountId),
  );
  return Promise.all(
    rows.map(async ({ id, details, role }) => ({
      organisationId: id,
      name: (
        await openOrganisation(context, purposes.organisation(id), details)
      ).name,
      role,
    })),
  );
}

/** One organisation as its members see it; undefined for everybody else. */
export async function readOrganisation(
  context: Context,
  organisationId: string,
): Promise<OrganisationView | undefined> {
  const { tenantId } = context;
  return context.transaction(async (db) => {
    const ownRole = await findOwnRole(context, db, organisationId);
    const stored = await findOrganisation(db, tenantId, organisationId);
    if (!ownRole || !stored) return undefined;
    const isOwner = ownRole === "owner";
    return {
      organisationId,
      details: await openOrganisation(
        context,
        purposes.organisation(organisationId),
        stored.details,
      ),
      source: stored.source,
      assuranceLevel: stored.assurance_level,
      obtainedAt: stored.obtained_at,
      ownRole,
      members: await readMembers(context, db, organisationId),
      invitations: isOwner
        ? await readInvitations(context, db, organisationId)
        : [],
      actions: isOwner
        ? await listActions(context, db, { partyId: organisationId })
        : [],
    };
  });
}

/** One membership with its organisation, for the pages that change it; undefined for strangers. */
export async function readMembership(
  context: Context,
  membershipId: string,
): Promise<
  | { readonly organisation: OrganisationView; readonly member: MemberEntry }
  | undefined
> {
  const found = await context.transaction((db) =>
    findMembership(db, context.tenantId, membershipId),
  );
  const organisation =
    found && (await readOrganisation(context, found.organisation_id));
  const member = organisation?.members.find(
    (entry) => entry.membershipId === membershipId,
  );
  return organisation && member ? { organisation, member } : undefined;
}

async function readMembers(
  context: Context,
  db: Db,
  organisationId: string,
): Promise<readonly MemberEntry[]> {
  const members = await listMembers(db, context.tenantId, organisationId);
  const contacts = await findContacts(
    context,
    db,
    members.map(({ account_id }) => account_id),
  );
  return members.map(({ id, account_id, role, joined_at }) => ({
    membershipId: id,
    name: contacts.get(account_id)?.displayName ?? "",
    role,
    joinedAt: joined_at,
    isOneself: account_id === context.actor.id,
  }));
}

async function readInvitations(
  context: Context,
  db: Db,
  organisationId: string,
): Promise<OrganisationView["invitations"]> {
  const { tenantId, now, cipher } = context;
  const open = await listOpenInvitations(db, tenantId, { organisationId, now });
  return Promise.all(
    open.map(async ({ id, email, role, expires_at }) => ({
      invitationId: id,
      email: (await cipher.decrypt(email, purposes.invitation(id))).toString(),
      role: role ?? "preparer",
      expiresAt: expires_at,
    })),
  );
}
