import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import { findContacts, type Party } from "../../accounts/index.ts";
import { byReach, type Basis } from "../domain/mandate.ts";
import { countsUntil, isLapsed } from "../domain/membership.ts";
import { purposes } from "../domain/purposes.ts";
import { mayOf, type Role } from "../domain/roles.ts";
import { covers, type MandateLeistung, type Scope } from "../domain/scope.ts";
import {
  listMandatesInForce,
  type StoredMandate,
} from "../store/mandate-store.ts";
import { listOrganisationsOf } from "../store/organisation-store.ts";
import { openMandate, openOrganisation } from "./sealed.ts";

/** By what right an account acts for somebody, now. */
export type Representation = {
  readonly party: Party;
  /** `membership` of an organisation, a power given, or what a representative stated. */
  readonly basis: "membership" | Basis;
  /** Stated by the representative and proven by nobody: to be told to the caseworker. */
  readonly isSelfDeclared: boolean;
  /** Of a membership. */
  readonly role: Role | undefined;
  readonly scope: Scope;
  /** What the scope was called; empty for everything. */
  readonly scopeLabel: string;
  /** Last day, such as `2027-03-01`; undefined: until it is ended. */
  readonly validUntil: string | undefined;
};

/** Everybody an account may act for at this moment, organisations first; with `partyId` only the grounds for that one. */
export async function listRepresentations(
  context: Context,
  {
    accountId,
    partyId,
  }: { readonly accountId: string; readonly partyId?: string },
): Promise<readonly Representation[]> {
  return context.transaction((db) =>
    readRepresentations(context, db, { accountId, partyId }),
  );
}

/**
 * By what right an account acts for a party, checked against what is stored now; with a Leistung only a right that covers it. Undefined:
 * none. Asked again whenever something is sent, for membership and mandates end at any time.
 */
export async function findRepresentation(
  context: Context,
  {
    accountId,
    partyId,
    leistung,
  }: {
    readonly accountId: string;
    readonly partyId: string;
    readonly leistung?: MandateLeistung;
  },
): Promise<Representation | undefined> {
  const all = await listRepresentations(context, { accountId, partyId });
  return all.find(({ scope }) => !leistung || covers(scope, leistung));
}

/** The same within a transaction. */
export async function readRepresentations(
  context: Context,
  db: Db,
  {
    accountId,
    partyId,
  }: { readonly accountId: string; readonly partyId?: string | undefined },
): Promise<readonly Representation[]> {
  const { tenantId, now } = context;
  const organisations = await listOrganisationsOf(db, tenantId, accountId);
  const mandates = await listMandatesInForce(db, tenantId, {
    granteeId: accountId,
    partyId,
    today: germanDay(now),
  });
  const asMember = organisations
    .filter(({ id }) => partyId === undefined || id === partyId)
    .filter(({ confirmed_at }) => !isLapsed(confirmed_at, now))
    .map(({ id, details, role, confirmed_at }) =>
      ofMembership(context, {
        id,
        details,
        role,
        until: countsUntil(confirmed_at),
      }),
    );
  return [
    ...(await Promise.all(asMember)),
    ...(await ofMandates(context, db, mandates)),
  ];
}

async function ofMembership(
  context: Context,
  {
    id,
    details,
    role,
    until,
  }: {
    readonly id: string;
    readonly details: Buffer;
    readonly role: Role;
    readonly until: Date | undefined;
  },
): Promise<Representation> {
  const { name } = await openOrganisation(
    context,
    purposes.organisation(id),
    details,
  );
  return {
    party: { partyId: id, kind: "organisation", name, may: mayOf(role) },
    basis: "membership",
    isSelfDeclared: false,
    role,
    scope: { kind: "all" },
    scopeLabel: "",
    validUntil: until && germanDay(until),
  };
}

async function ofMandates(
  context: Context,
  db: Db,
  mandates: readonly StoredMandate[],
): Promise<readonly Representation[]> {
  const grantors = mandates.flatMap(({ grantorId }) => grantorId ?? []);
  const contacts = await findContacts(context, db, grantors);
  const opened = await Promise.all(
    mandates.map(async (mandate): Promise<Representation> => {
      const { id, partyId, basis, grantorId, scope, validUntil } = mandate;
      const details = await openMandate(
        context,
        purposes.mandate(id),
        mandate.details,
      );
      const name =
        contacts.get(grantorId ?? "")?.displayName ?? details.personName ?? "";
      return {
        party: { partyId, kind: "person", name, may: "sign" },
        basis,
        isSelfDeclared: basis !== "power",
        role: undefined,
        scope,
        scopeLabel: details.scopeLabel,
        validUntil,
      };
    }),
  );
  return opened.sort((one, other) =>
    byReach(
      { scope: one.scope, validUntil: one.validUntil ?? "" },
      { scope: other.scope, validUntil: other.validUntil ?? "" },
    ),
  );
}
