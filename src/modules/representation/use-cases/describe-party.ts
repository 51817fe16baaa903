import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { findContacts, type ProvenLevel } from "../../accounts/index.ts";
import { byReach, type Basis } from "../domain/mandate.ts";
import type { OrganisationDetails } from "../domain/organisation.ts";
import { purposes } from "../domain/purposes.ts";
import type { Role } from "../domain/roles.ts";
import { listMandatesOf } from "../store/mandate-store.ts";
import { findRole } from "../store/membership-store.ts";
import { findOrganisation } from "../store/organisation-store.ts";
import { openMandate, openOrganisation } from "./sealed.ts";

/** Whom an application was made for and by what right, for whoever handles it. */
export type PartyDescription =
  | {
      readonly kind: "organisation";
      readonly details: OrganisationDetails;
      /** `self`, or key of the identity provider that asserted it. */
      readonly source: string;
      readonly assuranceLevel: ProvenLevel;
      /** Of the account that acts; undefined when it is a member no more. */
      readonly role: Role | undefined;
    }
  | {
      readonly kind: "person";
      readonly name: string;
      readonly basis: Basis;
      /** Stated by the representative and proven by nobody. */
      readonly isSelfDeclared: boolean;
      readonly birthday: string | undefined;
      readonly statement: string | undefined;
      readonly validUntil: string;
    };

/**
 * Whom an account acts or acted for. Undefined when both have nothing to do with each other, or the organisation was deleted: keep what is
 * to last with the submission. The context is one of accounts; whoever calls has checked that it may be shown.
 */
export async function describeParty(
  context: Context,
  {
    partyId,
    accountId,
  }: { readonly partyId: string; readonly accountId: string },
): Promise<PartyDescription | undefined> {
  return context.transaction(
    async (db) =>
      (await describeOrganisation(context, db, { partyId, accountId })) ??
      (await describePerson(context, db, { partyId, accountId })),
  );
}

type Acting = { readonly partyId: string; readonly accountId: string };

async function describeOrganisation(
  context: Context,
  db: Db,
  { partyId, accountId }: Acting,
): Promise<PartyDescription | undefined> {
  const { tenantId } = context;
  const stored = await findOrganisation(db, tenantId, partyId);
  if (!stored) return undefined;
  return {
    kind: "organisation",
    details: await openOrganisation(
      context,
      purposes.organisation(partyId),
      stored.details,
    ),
    source: stored.source,
    assuranceLevel: stored.assurance_level,
    role: await findRole(db, tenantId, { organisationId: partyId, accountId }),
  };
}

async function describePerson(
  context: Context,
  db: Db,
  { partyId, accountId }: Acting,
): Promise<PartyDescription | undefined> {
  const mandates = await listMandatesOf(db, context.tenantId, accountId);
  const [mandate] = mandates
    .filter((it) => it.partyId === partyId && it.granteeId === accountId)
    .sort(byReach);
  if (!mandate) return undefined;
  const { id, basis, grantorId, validUntil } = mandate;
  const details = await openMandate(
    context,
    purposes.mandate(id),
    mandate.details,
  );
  const contacts = await findContacts(
    context,
    db,
    grantorId ? [grantorId] : [],
  );
  const grantor = contacts.get(grantorId ?? "");
  return {
    kind: "person",
    name: grantor?.displayName ?? details.personName ?? "",
    basis,
    isSelfDeclared: basis !== "power",
    birthday: details.personBirthday,
    statement: details.statement,
    validUntil,
  };
}
