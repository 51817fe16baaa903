import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { findContacts } from "../../accounts/index.ts";
import { citizenIn } from "./citizen.ts";
import { countsUntil, isLapsed } from "../domain/membership.ts";
import { purposes } from "../domain/purposes.ts";
import type { Role } from "../domain/roles.ts";
import { listOpenInvitations } from "../store/invitation-store.ts";
import { findMembership, listMembers } from "../store/membership-store.ts";
import {
  findOrganisation,
  listOrganisationsOf,
} from "../store/organisation-store.ts";
import { listActions, type ShownAction } from "./list-actions.ts";
import { findOwnRole } from "./own-role.ts";
import { factsOf, type OrganisationFacts } from "./organisation-facts.ts";
import { openOrganisation } from "./sealed.ts";

export type OrganisationEntry = {
  readonly organisationId: string;
  readonly name: string;
  readonly role: Role;
  /** The Organisationskonto has to confirm it anew; until then it counts for nothing. */
  readonly isLapsed: boolean;
};

export type MemberEntry = {
  readonly membershipId: string;
  readonly name: string;
  readonly role: Role;
  readonly joinedAt: Date;
  /** Where the Organisationskonto confirmed it: until when that counts. */
  readonly countsUntil: Date | undefined;
  readonly isOneself: boolean;
};

/** What a member sees; invitations and actions are empty but for owners. */
export type OrganisationView = OrganisationFacts & {
  readonly organisationId: string;
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
    rows.map(async ({ id, details, role, confirmed_at }) => ({
      organisationId: id,
      name: (
        await openOrganisation(context, purposes.organisation(id), details)
      ).name,
      role,
      isLapsed: isLapsed(confirmed_at, context.now),
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
      ...(await factsOf(context, stored)),
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
  return members.map(({ id, account_id, role, joined_at, confirmed_at }) => ({
    membershipId: id,
    name: contacts.get(account_id)?.displayName ?? "",
    role,
    joinedAt: joined_at,
    countsUntil: countsUntil(confirmed_at),
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
