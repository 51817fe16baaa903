import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import { findContacts } from "../../accounts/index.ts";
import { citizenIn } from "./citizen.ts";
import { endOfInvitation } from "../domain/invitation.ts";
import {
  mandateState,
  type Basis,
  type MandateDetails,
  type MandateState,
} from "../domain/mandate.ts";
import { purposes } from "../domain/purposes.ts";
import {
  findMandateOf,
  listMandatesOf,
  type StoredMandate,
} from "../store/mandate-store.ts";
import { listActions, type ShownAction } from "./list-actions.ts";
import { openMandate } from "./sealed.ts";

/** A mandate as one of its two sides sees it. */
export type MandateView = MandateDetails & {
  readonly mandateId: string;
  /** Whom to choose to act by it. */
  readonly partyId: string;
  readonly isGiven: boolean;
  /** Name of the other side; undefined while nobody has accepted. */
  readonly otherName: string | undefined;
  readonly basis: Basis;
  readonly validUntil: string;
  readonly createdAt: Date;
  readonly state: MandateState;
};

/** Mandates of whoever acts, given and received; newest first. */
export async function listOwnMandates(
  context: Context,
): Promise<readonly MandateView[]> {
  const accountId = citizenIn(context);
  if (accountId === undefined) return [];
  return context.transaction(async (db) =>
    viewsOf(context, db, await listMandatesOf(db, context.tenantId, accountId)),
  );
}

/** One mandate with what was done by it; undefined for everybody but its two sides. */
export async function readMandate(
  context: Context,
  mandateId: string,
): Promise<
  | { readonly mandate: MandateView; readonly actions: readonly ShownAction[] }
  | undefined
> {
  const accountId = citizenIn(context);
  if (accountId === undefined) return undefined;
  return context.transaction(async (db) => {
    const stored = await findMandateOf(db, context.tenantId, {
      mandateId,
      accountId,
    });
    if (!stored) return undefined;
    const [mandate] = await viewsOf(context, db, [stored]);
    const { partyId, granteeId } = stored;
    const actions = granteeId
      ? await listActions(context, db, { partyId, accountId: granteeId })
      : [];
    return mandate && { mandate, actions };
  });
}

async function viewsOf(
  context: Context,
  db: Db,
  mandates: readonly StoredMandate[],
): Promise<readonly MandateView[]> {
  const accountIds = mandates.flatMap(({ grantorId, granteeId }) =>
    [grantorId, granteeId].filter((id) => id !== null),
  );
  const contacts = await findContacts(context, db, [...new Set(accountIds)]);
  return Promise.all(
    mandates.map(async (mandate) => {
      const details = await openMandate(
        context,
        purposes.mandate(mandate.id),
        mandate.details,
      );
      const isGiven = mandate.grantorId === context.actor.id;
      const other = isGiven ? mandate.granteeId : mandate.grantorId;
      return {
        ...details,
        mandateId: mandate.id,
        partyId: mandate.partyId,
        isGiven,
        otherName: contacts.get(other ?? "")?.displayName ?? details.personName,
        basis: mandate.basis,
        validUntil: mandate.validUntil,
        createdAt: mandate.createdAt,
        state: mandateState(
          {
            ...mandate,
            invitationExpiresAt: endOfInvitation(mandate.createdAt),
          },
          { now: context.now, today: germanDay(context.now) },
        ),
      };
    }),
  );
}
